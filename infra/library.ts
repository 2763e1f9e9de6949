/** What is known and kept: the documents, and the catalogue that says which of them is current. */
import { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, BillingMode, ProjectionType, Table, type TableProps } from "aws-cdk-lib/aws-dynamodb";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import type { Settings } from "./context.ts";
import { PrivateBucket } from "./private-bucket.ts";

/** The library's part of the settings. */
export type LibraryProps = Pick<Settings, "libraryBucketName" | "noncurrentVersionDays" | "removalPolicy">;

/** Immutable documents under `articles/` and `summaries/`, and one catalogue row for each uploaded key. */
export class Library extends Construct {
	readonly bucket: Bucket;
	readonly catalogue: Table;
	/** The catalogue's indexes. */
	readonly lists = ["byStage", "byPublisher", "byLanguage"] as const;
	/** Entries of lists that a row is in several times. */
	readonly entries: Table;
	/** How functions are told where the library is. */
	readonly names: {
		readonly LIBRARY_BUCKET: string;
		readonly CATALOGUE_TABLE: string;
		readonly ENTRIES_TABLE: string;
	};

	constructor(scope: Construct, id: string, props: LibraryProps) {
		super(scope, id);
		this.bucket = new PrivateBucket(this, "Documents", { ...props, bucketName: props.libraryBucketName });
		const common = {
			billingMode: BillingMode.PAY_PER_REQUEST,
			pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
			removalPolicy: props.removalPolicy,
			deletionProtection: props.removalPolicy === RemovalPolicy.RETAIN,
		} satisfies Partial<TableProps>;
		const rank = { name: "rank", type: AttributeType.STRING };
		this.catalogue = new Table(this, "Catalogue", {
			...common,
			partitionKey: { name: "key", type: AttributeType.STRING },
			// Set on tombstones only: a deleted key's row lives until no late event can raise it again.
			timeToLiveAttribute: "expiresAt",
		});
		for (const list of this.lists) {
			this.catalogue.addGlobalSecondaryIndex({
				indexName: list,
				partitionKey: { name: list, type: AttributeType.STRING },
				sortKey: rank,
				// Readers look at the row in any case; what it shows is not written four times.
				projectionType: ProjectionType.KEYS_ONLY,
			});
		}
		this.entries = new Table(this, "Entries", {
			...common,
			partitionKey: { name: "list", type: AttributeType.STRING },
			sortKey: rank,
		});
		this.names = {
			LIBRARY_BUCKET: this.bucket.bucketName,
			CATALOGUE_TABLE: this.catalogue.tableName,
			ENTRIES_TABLE: this.entries.tableName,
		};
	}
}
