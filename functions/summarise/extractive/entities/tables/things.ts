/**
 * Events and products by their words. Source: written for this project.
 */

/** What an event's name ends with. */
export const EVENT_ENDINGS: ReadonlySet<string> = new Set(
	"Cup Olympics War Championship Championships Festival Awards Summit Marathon Prix Conference Revolution Uprising Olympiade Weltmeisterschaft Bowl Series Expo Biennale Derby Tournament".split(
		" ",
	),
);

/** Events known by name. */
export const EVENTS: ReadonlySet<string> = new Set(
	"World War I|World War II|World War One|World War Two|Cold War|World Cup|Super Bowl|Olympics|Paralympics|Olympic Games|Summer Olympics|Winter Olympics|Commonwealth Games|Asian Games|Wimbledon|US Open|U.S. Open|French Open|Australian Open|Tour de France|Champions League|Europa League|Brexit|Holocaust|Arab Spring|Oktoberfest|Berlinale|Eurovision|Eurovision Song Contest|Ryder Cup|Davis Cup|Grammys|Oscars|Academy Awards|Golden Globes|Great Depression|Black Lives Matter".split(
		"|",
	),
);

/** Products and works known by name; a number or letter may follow ("iPhone 15"). */
export const PRODUCTS: ReadonlySet<string> = new Set(
	"iPhone|iPad|iPod|iMac|MacBook|Apple Watch|AirPods|iOS|macOS|Android|Chrome|ChatGPT|GPT-3|GPT-4|GPT-4o|GPT-4.5|GPT-5|Copilot|Gemini|Claude|Llama|DALL-E|Siri|Alexa|Cortana|Windows|Office 365|Azure|AWS|Xbox|PlayStation|Nintendo Switch|Kindle|Firefox|Safari|Gmail|Google Maps|Google Search|Google Drive|YouTube Music|Facebook Messenger|Linux|Ubuntu|Python|JavaScript|TypeScript|Kubernetes|Bitcoin|Ethereum|Prius|Model S|Model 3|Model Y|Model X|Boeing 737|Boeing 747|Boeing 777|Boeing 787|Airbus A320|Airbus A380|Concorde|Viagra|Ozempic|Photoshop|PowerPoint|Excel|Minecraft|Fortnite|Pokémon|Pokemon Go".split(
		"|",
	),
);
