/**
 * What a given name says of the pronoun that its bearer goes by. Source: written for this project, from the
 * table of given names.
 */
import { isGivenName } from "../entities/tables/first-names.ts";

export type Gender = "feminine" | "masculine";

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const WOMEN = words(`
Abigail Ada Adele Adriana Agnes Agnieszka Aisha Alejandra Alessandra Alexandra Alice Alicia Alina Alison Allison Alma Amanda Amber Amelia Amina Amy Ana Anastasia
Angela Angelina Anita Anjali Ann Anna Anne Annette Annie Antonia April Ariana Asha Ashley Astrid Audrey Aurélie Barbara Beatrice Beatriz Beth Bethany Betty Beverly Bianca
Brenda Brianna Bridget Britney Caitlin Caitlyn Camila Camille Carla Carly Carmen Carol Carole Caroline Carolyn Carrie Cassandra Catalina Catherine Cathy Cecilia Cecile Celia
Céline Chelsea Cheryl Chloe Christiane Christina Christine Cindy Claire Clara Claudia Colleen Constance Cristina Cynthia Daisy Daniela Danielle Dawn Debbie Deborah Deepika
Denise Diana Diane Dolores Dominique Donna Doris Dorothy Edith Eileen Elaine Eleanor Elena Elif Elisa Elisabeth Elise Elizabeth Ella Ellen Elsa Elvira Emilia Emilie Emily
Emma Erica Erika Erin Estelle Esther Eugenia Eva Evelyn Farah Fatima Felicity Fernanda Fiona Frances Francesca Françoise Gabriela Gabrielle Gemma Geraldine Gill Gina Giorgia
Giulia Gloria Greta Gwen Gwyneth Hanna Hannah Harriet Hazel Heather Heidi Helen Helena Hélène Hilary Hillary Holly Indira Ines Inés Ingrid Irene Irina Iris Isabel Isabella
Isabelle Ivana Jackie Jacqueline Jane Janet Janice Jasmine Jeanne Jeannette Jennifer Jenny Jessica Jill Joan Joanna Joanne Jodie Johanna Josephine Joyce Juana Judith Judy
Julia Juliana Julie Juliet Juliette June Justine Kamala Karen Karin Karla Karolina Kate Katharina Katherine Kathleen Kathryn Kathy Katie Katja Katrin Katrina Katy Kay Keiko Kendra
Kimberly Kirsten Kristen Kristin Kristina Kylie Lara Larissa Laura Lauren Laurie Leah Lena Leonie Lillian Lily Linda Lindsay Lindsey Lisa Lois Loretta Lorraine Louise Lucia
Lucía Lucy Lydia Lynn Maja Malala Mandy Manuela Marcia Margaret Margarita Maria María Mariana Marie Marilyn Marina Marine Marissa Marjorie Marta Martha Martina Mary Maureen
Maya Meera Megan Meghan Melanie Melinda Melissa Mercedes Meredith Mia Michaela Michelle Mildred Milena Miranda Miriam Moira Molly Monica Monika Myriam Nadia Nadine Nancy
Naomi Natalia Natalie Natasha Nathalie Neha Nicole Nikki Nina Nirmala Noemi Nora Noreen Norma Olga Olivia Oprah Orla Pamela Paola Patricia Paula Paulina Pauline Peggy
Penelope Penny Petra Philippa Phoebe Phyllis Priya Priyanka Rachel Rani Raquel Rebecca Regina Rekha Renata Renate Renée Rita Roberta Rosa Rosalind Rosemary Rosie Ruth
Sabine Sabrina Sally Samantha Sandra Sandy Sara Sarah Shannon Sharon Sheila Shelby Shelley Shirley Sigrid Silvia Simone Sofia Sofía Sonia Sophia Sophie Stefania Stella
Stephanie Sue Susan Susana Susanna Susanne Susie Suzanne Svetlana Swati Sylvia Sylvie Tamara Tammy Tania Tanja Tanya Tara Tatiana Teresa Teri Tessa Theresa Thérèse Tiffany
Tina Toni Tracey Tracy Ulrike Ursula Valentina Valerie Valérie Vanessa Vera Veronica Véronique Vicki Vicky Viktoria Vivian Wanda Wendy Yasmin Yulia Yvette Yvonne Zara Zoe Zuzana
`);

/** Men's in one country and women's in another, or anybody's. */
const EITHER = words(`
Alex Alexis Andrea Angel Blake Brett Cameron Camille Casey Chen Chris Corey Cory Dana Daniele Devin Dominique Emerson Evan Francis Frances Gabriele Gene Jamie Jan Jean Jesse Jo
Jules Kelly Kerry Kim Kumar Laurence Lee Leslie Lou Marian Marion Maxime Michele Morgan Nicola Nikola Pat Patrice Quentin Rene René Robin Ronnie Sam Sascha Sasha Shane
Simone Taylor Terry Toni Wei Xi
`);

/** The gender that a name's first word tells, when it surely does. */
export function genderOf(name: string): Gender | undefined {
	const whole = name.split(" ")[0] ?? "";
	// "Marie-Claire" goes by her first part.
	const given = whole.split("-")[0] ?? "";
	if (EITHER.has(given) || whole === name || !isGivenName(given)) return undefined;
	return WOMEN.has(given) ? "feminine" : "masculine";
}

/** "Sie" and "ze" are "they" too, which only a name nearby can tell. */
const PRONOUNS: Readonly<Record<string, Gender>> = {
	he: "masculine",
	she: "feminine",
	er: "masculine",
	sie: "feminine",
	il: "masculine",
	elle: "feminine",
	él: "masculine",
	ella: "feminine",
	ele: "masculine",
	ela: "feminine",
	lui: "masculine",
	lei: "feminine",
	egli: "masculine",
	hij: "masculine",
	zij: "feminine",
	ze: "feminine",
	han: "masculine",
	hun: "feminine",
	hon: "feminine",
	он: "masculine",
	она: "feminine",
};

/** The gender of a personal pronoun; nothing for another word. */
export const genderOfPronoun = (word: string): Gender | undefined => {
	const lower = word.toLowerCase();
	return Object.hasOwn(PRONOUNS, lower) ? PRONOUNS[lower] : undefined;
};

/** Whether somebody may be meant by a pronoun, as far as the name tells. */
export const mayBe = (name: string, gender: Gender): boolean => {
	const own = genderOf(name);
	return own === undefined || own === gender;
};
