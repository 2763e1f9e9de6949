import { describe, expect, it } from "vitest";
import { CATALOGUE, ENTRIES } from "../support/tables.ts";
import { properties, synthesise } from "./template.ts";

describe("the catalogue", () => {
	it("is one on-demand table by key, with point-in-time recovery and expiring tombstones", () => {
		const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes } = CATALOGUE;
		expect(properties(synthesise(), "AWS::DynamoDB::Table", "LibraryCatalogue")).toMatchObject({
			...{ AttributeDefinitions, KeySchema, GlobalSecondaryIndexes },
			BillingMode: "PAY_PER_REQUEST",
			PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
			TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
		});
	});

	it("has a second table for the lists that a row is in several times", () => {
		const { AttributeDefinitions, KeySchema } = ENTRIES;
		expect(properties(synthesise(), "AWS::DynamoDB::Table", "LibraryEntries")).toMatchObject({
			...{ AttributeDefinitions, KeySchema },
			BillingMode: "PAY_PER_REQUEST",
			PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
		});
	});

	it.each([
		["retain", true],
		["destroy", false],
	])("with removalPolicy %s has deletion protection %s", (removalPolicy, isProtected) => {
		expect(
			properties(synthesise({ removalPolicy }), "AWS::DynamoDB::Table", "LibraryCatalogue"),
		).toMatchObject({ DeletionProtectionEnabled: isProtected });
	});
});
