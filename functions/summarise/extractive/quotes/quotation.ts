/** What stands between quotation marks in a block; offsets are of the content, without marks and outer space. */
export interface Quotation {
	readonly start: number;
	readonly end: number;
	/** Where its marks begin and end. */
	readonly outerStart: number;
	readonly outerEnd: number;
}
