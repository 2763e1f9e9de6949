/**
 * Given names that make two or more capitals behind them a person. Kept to names that are seldom anything
 * else: those that are places, firms, titles or words too (Paris, Jordan, Austin, Will at a sentence's start)
 * are left to the other cues. Source: written for this project from the commonest given names of Europe, the
 * Americas, India and the Arab and East-Asian worlds.
 */
const NAMES = `
Aaron Abdul Abdullah Abdel Abigail Abraham Ada Adam Adele Adolf Adrian Adriana Agnes Agnieszka Ahmad Ahmed Aidan Aisha Ajay Akira Alain
Alan Alastair Albert Alberto Alec Alejandra Alejandro Aleksandar Aleksander Aleksandr Alessandra Alessandro Alex Alexander Alexandra
Alexandre Alexei Alexey Alexis Alfonso Alfred Alfredo Ali Alice Alicia Alina Alison Alistair Allan Allen Allison Alma Alvaro Álvaro Amanda
Amber Amelia Amina Amir Amit Amitabh Amy Ana Anastasia Anders Andre André Andrea Andreas Andrei Andrej Andres Andrés Andrew Andrey Andrzej Andy
Angel Ángel Angela Angelina Angelo Angus Anil Anita Anjali Ann Anna Anne Annette Annie Anthony Antoine Anton Antonia Antonio António Anwar
April Aravind Archie Ariana Arjun Armando Arnold Arthur Arturo Arun Arvind Asha Ashley Ashok Asif Astrid Audrey Augusto Aurélie
Axel Aziz Bashar Barack Barbara Barry Bart Beatrice Beatriz Ben Benedict Benjamin Bernard Bernardo Bernd Bernie Bert Beth Bethany Betty Beverly
Bianca Bill Billy Björn Blake Bob Bobby Boris Bradley Brandon Brenda Brendan Brett Brian Brianna Bridget Britney Bruce Bruno Bryan Bryce
Caitlin Caitlyn Calvin Cameron Camila Camille Carl Carla Carlo Carlos Carly Carmen Carol Carole Caroline Carolyn Carrie Casey Cassandra Caspar
Catalina Catherine Cathy Cecilia Cecile Cédric Celia Céline Cesar César Charles Charlie Chelsea Chen Cheryl Chloe Chris Christian Christiane
Christina Christine Christoph Christophe Christopher Chuck Cindy Claire Clara Clarence Claude Claudia Claudio Claus Clive Colin Colleen Connor Conor
Constance Corey Cory Craig Cristian Cristiano Cristina Curtis Cynthia Cyril Daisy Damian Damien Dan Dana Daniel Daniela Daniele Danielle Danny
Darius Darren Darryl Dave David Davide Dawn Dean Debbie Deborah Deepak Deepika Denis Denise Dennis Derek Desmond Devin Diana Diane Diego Dieter
Dilip Dimitri Dinesh Dirk Dmitri Dmitry Dolores Dominic Dominik Dominique Don Donald Donna Doris Dorothy Doug Douglas Duncan Dustin Dylan Eddie Eduard
Eduardo Edgar Edith Edmund Edouard Édouard Edward Edwin Eileen Elaine Eleanor Elena Eli Elias Elif Elijah Elisa Elisabeth Elise Elizabeth Ella Ellen
Elliot Elliott Elon Elsa Elvira Emanuel Emerson Emil Emilia Emilie Emilio Emily Emma Emmanuel Emre Enrico Enrique Eric Erica Erich Erik Erika Erin
Ernest Ernesto Ernst Estelle Esteban Esther Ethan Étienne Eugene Eugenia Eva Evan Evelyn Evgeny Ewan Fabian Fabio Fabrice Faisal Farah Fatima Federico
Felicity Felipe Felix Ferdinand Fernanda Fernando Fidel Finn Fiona Florian Frances Francesca Francesco Francis Francisco Franck François Françoise
Frank Franklin Franz Fred Freddie Frederic Frédéric Frederick Friedrich Gabriel Gabriela Gabriele Gabrielle Gareth Garry Gary Gaurav Gavin Geert Gemma Gene
Geoff Geoffrey George Georges Gerald Geraldine Gerard Gérard Gerhard Gert Gianni Gideon Gilbert Giles Gill Gina Giorgio Giorgia Giovanni Giulia Giuseppe
Glen Glenn Gloria Gonzalo Gordon Graeme Graham Greg Gregor Gregory Greta Guido Guillaume Guillermo Gunnar Günter Günther Gustavo Guy Gwen Gwyneth
Hamid Hanna Hannah Hans Hari Harold Harriet Harris Harry Harsh Harvey Hasan Hassan Hazel Heather Heidi Heiko Heinrich Heinz Helen Helena Hélène
Helmut Hendrik Henri Henrik Henry Herbert Herman Hermann Hideo Hilary Hillary Hiroshi Holger Holly Horst Howard Hubert Hugh Hugo Hussein Ian Ibrahim
Igor Ilan Imran Indira Ines Inés Ingrid Irene Irina Iris Isaac Isabel Isabella Isabelle Ismail Ivan Ivana Jack Jackie Jacob Jacqueline Jacques Jaime Jake
Jamal James Jamie Jan Jane Janet Janice Jared Jasmine Jason Javier Jay Jayden Jean Jeanne Jeannette Jeb Jeff Jeffrey Jennifer Jenny Jens Jeremy Jerome Jérôme
Jerry Jesse Jessica Jesús Jill Jim Jimmy Jiří Jo Joan Joanna Joanne João Joaquín Jochen Jodie Joe Joel Joachim Johan Johann Johanna Johannes John Johnny
Jon Jonas Jonathan Jorge José Josef Joseph Josephine Josh Joshua Joyce Juan Juana Judith Judy Julia Julian Juliana Julie Julien Juliet Juliette Julio Julius June Jürgen
Justin Justine Kamala Kamal Karen Karim Karin Karl Karla Karolina Kate Katharina Katherine Kathleen Kathryn Kathy Katie Katja Katrin Katrina Katy Kay Keith
Keiko Kelly Ken Kendra Kenji Kenneth Kerry Kevin Khaled Khalid Kieran Kim Kimberly Kirsten Klaus Krishna Kristen Kristin Kristina Krzysztof Kumar Kurt Kyle Kylie
Lara Larissa Larry Lars Laura Lauren Laurence Laurent Laurie Leah Lee Lena Lenny Leo Leon Léon Leonard Leonardo Leonie Leopold Leroy Leslie Lewis Liam
Lillian Lily Linda Lindsay Lindsey Lisa Lloyd Lois Lorenzo Loretta Lorraine Lou Louis Louise Luc Luca Lucas Lucia Lucía Luciano Lucy Ludwig Luigi Luis
Luiz Lukas Luke Luther Lydia Lyndon Lynn Maarten Mahmoud Mahmud Maja Malala Malcolm Malik Mandy Manfred Manmohan Manoj Manuel Manuela Marc Marcel Marcelo Marcia Marco Marcos
Marcus Margaret Margarita Maria María Marian Mariana Marie Marilyn Marina Marine Mario Marion Marissa Marius Mariusz Marjorie Mark Marko Markus Marlon Marta Martha
Martin Martín Martina Marvin Mary Massimo Mateo Mateusz Mathias Mathieu Matt Matteo Matthew Matthias Maureen Maurice Mauricio Mauro Max Maxime Maximilian Maxwell Maya
Meera Megan Meghan Mehmet Melanie Melinda Melissa Mercedes Meredith Mia Michael Michaela Michał Michel Michele Michelle Miguel Mikael Mike Mikhail Milan Mildred
Milena Milos Miloš Miranda Miriam Mitch Mitt Mohamed Mohammad Mohammed Mohan Moira Molly Monica Monika Moritz Morten Muhammad Mukesh Murray Mustafa Myriam Nadia Nadine
Nancy Naomi Narendra Nasser Natalia Natalie Natasha Nathalie Nathan Nathaniel Neha Neil Nelson Nicholas Nick Nicola Nicolas Nicole Niels Nigel Nikki Nikola Nikolai
Nikolas Nils Nina Nirmala Nitin Noah Noel Noemi Nora Norbert Noreen Norman Norma Oleg Oleksandr Olaf Olga Oliver Olivia Olivier Omar Oprah Orla Oscar Óscar Osama Otto Owen
Pablo Pamela Paola Paolo Pascal Pat Patrice Patricia Patricio Patrick Patrik Paul Paula Paulina Pauline Paulo Pavel Pawel Paweł Pedro Peggy Penelope Penny Per Percy
Pete Peter Petr Petra Phil Philip Philippa Philippe Phillip Phoebe Phyllis Pierre Pieter Piotr Prakash Pranab Prasad Pratap Pravin Priya Priyanka Qasim Quentin Rachel Radu
Rafael Raffaele Rahul Raj Rajesh Rajiv Rajnath Rakesh Ralf Ralph Ramesh Ramón Randall Randy Rani Raphael Raquel Rashid Raul Raúl Ravi Ray Raymond Rebecca Recep Reggie Regina
Reid Reinhard Rekha Renata Renate Rene René Renée Ricardo Riccardo Richard Rick Ricky Rishi Rita Robert Roberta Roberto Robin Rod Roderick Rodney Rodrigo Roger Rohit Roland
Rolf Romeo Ron Ronald Ronaldo Ronnie Rory Rosa Rosalind Rosemary Rosie Ross Roy Ruben Rubén Rudolf Rudolph Rudy Rupert Russell Ruth Ryan Sabine Sabrina Sachin Sadiq Saeed Sally
Salman Salvador Salvatore Sam Samantha Samir Samuel Sandeep Sandra Sandy Sanjay Sanjeev Sara Sarah Sascha Sasha Satoshi Satya Saul Scott Sean Seán Sebastian Sebastián Sébastien Sergei
Sergey Sergio Seth Shane Shannon Sharon Shaun Shawn Sheikh Sheila Shelby Shelley Shinzo Shirley Shiv Shyam Siegfried Sigrid Silvia Silvio Simon Simone Sofia Sofía Sonia
Sophia Sophie Soren Søren Spencer Stefan Stefania Stefano Steffen Stella Stephan Stephane Stéphane Stephanie Stephen Steve Steven Stewart Stuart Sue Sundar Sunil Suresh Susan
Susana Susanna Susanne Susie Suzanne Sven Svetlana Swati Sylvia Sylvie Tamara Tammy Tania Tanja Tanya Tara Tariq Tatiana Taylor Ted Teresa Terence Teri Terry Tessa Thabo Theo Theodore Theresa Thérèse
Thierry Thomas Thorsten Tiffany Tim Timo Timothy Tina Tobias Todd Tom Tomas Tomás Tomasz Tommy Toni Tony Torsten Tracey Tracy Travis Trevor Tristan Tyler Ulrich Ulrike Umar Ursula
Usain Usman Uwe Valentin Valentina Valerie Valérie Vanessa Vera Vernon Veronica Véronique Vicente Vicki Vicky Vijay Vikram Viktor Viktoria Vinay Vincent Vincenzo Vinod Virat Vishal
Vivek Vivian Vladimir Volker Volodymyr Walter Wanda Warren Wayne Wei Wendy Werner Wilhelm Willem William Willie Winston Wojciech Wolfgang Xavier Xi Yann Yannick Yasmin Yasser Yulia Yuri
Achieng Adaeze Adalberto Afonso Agostino Agustín Ahmet Akhilesh Akiko Alfonsina Aliko Amartya Ambrogio Amélie Anaïs Anke
Annalisa Annelies Annika Anouk Anselmo Antje Antonella Antonin Arjan Ayhan Ayşe Azim Baptiste Beate Belén Benito Benoît
Beppe Bertrand Birgit Borja Bram Britta Bukola Bärbel Bülent Caetano Carlota Carlotta Carsten Cees Cem Chiara Chidi
Chinedu Cinzia Claas Cleber Clément Concepción Corentin Cornelia Corrado Cristóbal Cyrille Daan Dagmar Dario Detlef
Devlet Didier Dietmar Dilan Donatella Dorothee Débora Eckart Edeltraud Edson Egon Ekrem Elke Elly Elvan Emanuele Emeka
Emiliano Emmanuelle Encarnación Enzo Ercan Ettore Ezequiel Fabiana Fabiola Fanny Fatih Federica Femke Filippo Florence
Flávio Frans Frauke Friederike Frédérique Fulvio Fumio Gabi Gaël Gerardo Gerrit Gesine Giacomo Gianluca Gianmarco
Gilberto Gilles Gilmar Gioacchino Gisela Giuliana Gudrun Hakan Hanneke Hanno Hartmut Haruki Heike Heiner Helder Helga
Henk Henning Hermine Hernán Hervé Hilde Hubertus Iara Ichiro Ifeoma Ignacio Ilaria Ilse Imke Ineke Ingo Insa Inès Isidro
Itziar Ivano Jacinto Jae-in Jair Jakob Janina Jannik Jasmin Jean-Luc Jean-Marc Jean-Pierre Jelle Jeroen Ji-woo Joaquina
Jocelyne Joko Joost Jordi Joris Josefa Josefine Juscelino Jutta Jérémy Jörg Jörn Kadir Karsten Kavita Kees Kemal Kenan
Kenzo Kerstin Klaas Klara Kofi Konrad Korbinian Kristian Kwame Kyung Kübra Lakshmi Lalu Lasse Laurène Leandro Leif Leire
Leni Lennart Letizia Letícia Levent Lieke Liesbeth Liesje Lionel Loredana Lothar Lotte Lourdes Loïc Luana Luciana Lucie
Ludovic Luiza Lutz Luís Maaike Macarena Maddalena Magdalena Magnus Mahathir Mahinda Maike Malte Mamata Manon Marc-André
Marcela Marcella Mareike Margarete Margit Marieke Marisol Marjolein Marlene Marloes Marília Massimiliano Matheus
Mathilde Matthijs Maud Maurizio Maxence Mayawati Megawati Meike Merve Michelangelo Min-jun Mirko Mithali Montserrat
Muhammadu Murat Murilo Márcia Márcio Mélanie Nadja Naoto Ngozi Nicolai Niklas Nirav Nitish Nomvula Noël Nuno Nunzia
Nuria Néstor Odile Oguz Olusegun Oluwaseun Orhan Oriol Otieno Ottavio Otávio Pascale Pasquale Pia Pierluigi Piet Pietro
Pilar Pinarayi Prabowo Priscila Raimundo Rainer Ramiro Ranil Raphaël Ratan Regine Reiner Renan Renzo Rocco Rocío Rodolfo
Roel Rogelio Rogério Romain Ronja Roos Rosaria Rui Ruud Régis Rémi Rüdiger Sanae Sanath Sander Sandrine Santiago Saskia
Sebastiaan Selim Selin Serkan Sevim Sharad Shashi Shigeru Sibylle Siddaramaiah Siegbert Sietske Silke Silvana Simona
Simão Sinan Sipho Sjoerd Smriti Solène Sonja Stefanie Steffi Suk-yeol Sunita Svenja Sylvain Sérgio Sören Tadeu Takashi
Tarcísio Tayyip Teodoro Teun Thandi Thiago Thibault Thies Thijs Thilo Théo Tiago Tilman Timur Tjeerd Torben Tuncay Tânia
Uddhav Udo Uhuru Ulf Ulla Umberto Ute Valerio Verena Veronika Vicenta Vincenza Vinícius Vittorio Volkan Volkmar Vânia
Waltraud Wanjiru Wiebke Wilfried Willi Winfried Wolfram Wopke Wouter Xaver Yasemin Yavuz Yogi Yohan Yoko Yolanda Yuki
Yunus Zeynep Ángela Élise Élodie Éric Íñigo Ömer Özlem Ümit
Yusuf Yves Yvette Yvonne Zachary Zac Zach Zara Zoe Zoltán Zuzana`;

/** Of northern Europe, Turkey and central Europe. */
const MORE = `
Fredrik Vetle Olav Kari Bjørn Ola Øystein Øyvind Åse Åge Eirik Sindre Håkon Haakon Torbjørn Torstein Tore Geir Ingeborg
Solveig Ragnhild Marit Randi Berit Siv Turid Trond Terje Kjell Kjersti Kjetil Ketil Knut Snorre Steinar Stig Stian
Vegard Vidar Arne Asbjørn Aksel Aslaug Even Espen Erna Gro Guri Hege Helle Jørgen Jørn Lise Magne Mette Odd Ole Pål
Rasmus Roar Rune Siri Sverre Tonje Tormod Unni Åsne Gustaf Gustav Göran Håkan Bengt Birgitta Ebba Fredrika Gunilla
Hjalmar Ingemar Linnéa Malin Mats Oskar Pär Pelle Stellan Ulrika Åke Åsa Pernille Lars-Erik Freja Troels Bjarne Flemming
Preben Jeppe Mads Sanna Sauli Sari Pekka Jukka Juha Matti Antti Mika Kimi Aino Aleksi Eero Heikki Ilkka Jari Jouni Kaisa
Kalle Katri Kirsi Leena Liisa Markku Merja Mikko Minna Olli Paavo Päivi Petteri Riikka Risto Saara Seppo Tarja Tuomas
Veikko Ville
İnci Olcay Emine Abdulkadir Abdülkadir Adnan Alper Arda Arzu Aslı Aysel Aydın Banu Berat Berk Binali Burak Burcu Can
Canan Cemil Cengiz Cevdet Deniz Derya Devrim Doğan Ebru Ece Emrah Engin Ercüment Erdal Erdem Erdoğan Erhan Erkan Erol
Esra Fadime Fahrettin Faruk Fatma Ferhat Ferit Fikret Filiz Gökhan Gönül Gül Gülay Gülsüm Güneş Gürkan Hacer Halil Halit
Hande Hatice Haydar Hikmet Hulusi Hülya Hüseyin İbrahim İlhan İlker İlyas İsmail İsmet Kaan Kazım Kerem Koray Kurtuluş
Lale Leman Lütfi Mahmut Meltem Meral Mert Mesut Metin Mevlüt Muammer Muharrem Mümtaz Nazım Necati Necmettin Nermin Nevin
Nihat Nilgün Numan Nur Nurettin Nuri Oğuz Okan Oktay Onur Osman Ozan Özgür Özkan Pelin Pınar Rabia Ramazan Rıza Sabri
Salih Sami Selahattin Selçuk Selma Semra Serap Serdar Serpil Sevgi Sevil Sıla Songül Suat Süleyman Sultan Şebnem Şenol
Şeyma Şükrü Tahir Tamer Tansu Tarık Tayfun Tekin Tolga Tuba Tuğba Tülay Turgut Türkan Uğur Ufuk Umut Vedat Veli Yalçın
Yılmaz Yıldız Yiğit Zafer Zehra Zeki
Keir Jarrad Virgil Erling Pep Luíz Kang Bebe Bence Gábor Zsolt Péter László István József János Sándor Attila Balázs
Tamás Ferenc Katalin Ágnes Judit Éva Ildikó Szilvia Krisztina Zsuzsa Orsolya Gergely Márton Ádám Dániel Máté Mátyás Imre
Béla Géza Ákos Csaba Szabolcs Tibor Bartosz Bogdan Bronisław Czesław Dariusz Ewa Grażyna Grzegorz Jacek Jadwiga Janusz
Jarosław Jerzy Kazimierz Lech Leszek Łukasz Maciej Małgorzata Marcin Marek Mirosław Przemysław Radosław Rafał Ryszard
Sławomir Stanisław Szymon Tadeusz Waldemar Wiesław Włodzimierz Zbigniew Zdzisław Zofia Václav Miroslav Zdeněk Jaroslav
Vladimír Tomáš Jana Hana Lenka Věra Ludmila Kateřina`;

/** In Cyrillic, in the case that subjects have: in the others a name's form is not the name. */
const CYRILLIC = `
Александр Алексей Анатолий Андрей Антон Аркадий Артём Артем Борис Вадим Валентин Валерий Василий Виктор Виталий Владимир Владислав Вячеслав Геннадий Георгий
Герман Григорий Даниил Денис Дмитрий Евгений Егор Иван Игорь Илья Кирилл Константин Лев Леонид Максим Марат Михаил Никита Николай Олег Павел Пётр Петр
Рамзан Ринат Роман Руслан Рустам Сергей Станислав Степан Тимур Фёдор Эдуард Юрий Яков Ярослав Анастасия Анна Валентина Валерия Вероника Виктория Галина
Дарья Екатерина Елена Ирина Кристина Ксения Лариса Любовь Людмила Марина Мария Наталья Наталия Оксана Ольга Полина Светлана София Софья Татьяна Эльвира Юлия
Инна Лукаш Лотар Ангелина Арина Богдан Варвара Василиса Всеволод Дарина Жанна Захар Зинаида Зоя Игнат Инга Клавдия Лилия
Лидия Майя Маргарита Матвей Мирон Надежда Назар Нина Раиса Римма Семён Таисия Тамара Тимофей Ульяна Федор Филипп Эмма
Яна Александра Алина Алиса Алла Антонина Вера Евгения Елизавета Лия Рита Роберт Томас Стивен Майкл Питер Пол Марк Кир
Дональд Джо Барак Эммануэль Олаф Реджеп Джордж Билл Хиллари Илон Ангела Борис Риши
`;

/** Given names, as they are written. */
export const FIRST_NAMES: ReadonlySet<string> = new Set(`${NAMES} ${MORE} ${CYRILLIC}`.trim().split(/\s+/));

/** Whether a word is a given name; "Jean-Paul" is one by its first part. */
export const isGivenName = (word: string): boolean =>
	FIRST_NAMES.has(word) ||
	(word.includes("-") &&
		/^\p{Lu}[\p{L}\p{M}]+-\p{Lu}[\p{L}\p{M}]+$/u.test(word) &&
		FIRST_NAMES.has(word.slice(0, word.indexOf("-"))));
