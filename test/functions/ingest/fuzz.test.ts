import * as fc from "fast-check";
import { describe, it } from "vitest";
import { cases, uploadOf } from "../../../bench/fuzz/cases.ts";
import { judge } from "../../../bench/fuzz/judge.ts";
import { newsPage, STORIES } from "./news-page.ts";

const MARKDOWN = `---
title: The lamps of the quay
---
# The lamps of the quay

Someone has counted the lamps along the quay again, and there are **fewer** of them than in spring.

> They are not lost, the harbour master said, they are being mended.

| street | lamps |
| --- | --- |
| North | 12 |
`;

const TEXT = `The Quay Post
Home | News | Sport

The lamps of the quay
By Oda Brandt

Someone has counted the lamps along the quay again, and there are fewer of them than in spring.
They are not lost, the harbour master said on Tuesday, they are being mended in the yard behind the hall.

Sign up for our newsletter
© The Quay Post`;

const PAGES = [...STORIES.map(newsPage), MARKDOWN, TEXT];

describe("an upload that was broken at random", () => {
	it("becomes an article that keeps the contract, or is rejected with a sentence", () => {
		const readOrRejected = fc.property(cases(PAGES.length), (one) => {
			const { bytes, hints } = uploadOf(PAGES, one);
			judge(bytes, hints);
		});
		fc.assert(readOrRejected, { numRuns: 400 });
	}, 120_000);
});
