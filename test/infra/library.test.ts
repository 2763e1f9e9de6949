import { describe, expect, it } from "vitest";
import { properties, synthesise } from "./template.ts";

describe("the catalogue", () => {
	it("is one on-demand table by key, with point-in-time recovery and expiring tombstones", () => {
		expect(properties(synthesise(), "AWS::DynamoDB::Table", "LibraryCatalogue")).toMatchObject({
			KeySchema: [{ AttributeName: "key", KeyType: "HASH" }],
			AttributeDefinitions: [{ AttributeName: "key", AttributeType: "S" }],
			BillingMode: "PAY_PER_REQUEST",
			PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
			TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
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
