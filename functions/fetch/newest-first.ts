/** Reads the shards of one list as one, newest first, a few items at a time: the cost is what is taken, and a constant. */

/** What a list knows of a row. */
export interface Candidate {
	readonly key: string;
	readonly rank: string;
}

/** The newest candidates of a shard whose rank is below `before`, at most `limit`, and how many items that evaluated. */
export type ReadShard = (
	shard: number,
	before: string,
	limit: number,
) => Promise<{ readonly candidates: Candidate[]; readonly evaluated: number }>;

/** A list that is being read. */
export interface Reading {
	/** The newest candidate that was not taken yet. */
	take(): Promise<Candidate | undefined>;
	isEmpty(): Promise<boolean>;
	/** Items that were evaluated so far. */
	evaluated(): number;
}

/** How many items of one shard are read at a time. */
const CHUNK = 8;

/** One shard's candidates with a rank of at least `bottom` and below `top`. */
const readInChunks = (read: ReadShard, shard: number, bottom: string, top: string) => {
	let buffer: Candidate[] = [];
	let before = top;
	let ended = false;
	let evaluated = 0;
	return {
		evaluated: () => evaluated,
		take: () => buffer.shift(),
		head: async (): Promise<Candidate | undefined> => {
			if (buffer.length > 0 || ended) return buffer[0];
			const chunk = await read(shard, before, CHUNK);
			evaluated += chunk.evaluated;
			buffer = chunk.candidates.filter(({ rank }) => rank >= bottom);
			ended = buffer.length < CHUNK;
			before = chunk.candidates.at(-1)?.rank ?? before;
			return buffer[0];
		},
	};
};

/** Begins to read the candidates of all shards with a rank of at least `bottom` and below `top`. */
export const newestFirst = (read: ReadShard, shardCount: number, bottom: string, top: string): Reading => {
	const shards = Array.from({ length: shardCount }, (_, shard) => readInChunks(read, shard, bottom, top));
	const newest = async () => {
		const heads = await Promise.all(shards.map((shard) => shard.head()));
		let best: { rank: string; shard: number } | undefined;
		for (const [shard, head] of heads.entries())
			if (head && (!best || head.rank > best.rank)) best = { rank: head.rank, shard };
		return best && shards[best.shard];
	};
	return {
		take: async () => (await newest())?.take(),
		isEmpty: async () => (await newest()) === undefined,
		evaluated: () => shards.reduce((sum, shard) => sum + shard.evaluated(), 0),
	};
};
