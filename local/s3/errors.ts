/**
 * What can go wrong, in S3's words: code, HTTP status, sentence.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
const ERRORS = {
	AccessDenied: [403, "Access Denied"],
	AccessForbidden: [403, "CORSResponse: This CORS request is not allowed."],
	AuthorizationHeaderMalformed: [400, "The authorization header that you provided is not valid."],
	AuthorizationQueryParametersError: [400, "The authorization query parameters are not valid."],
	BadDigest: [400, "The digest that you specified did not match what was received."],
	BucketAlreadyOwnedByYou: [409, "The bucket that you tried to create already exists, and you own it."],
	BucketNotEmpty: [409, "The bucket that you tried to delete is not empty."],
	EntityTooLarge: [400, "Your proposed upload exceeds the maximum allowed size."],
	EntityTooSmall: [400, "Your proposed upload is smaller than the minimum allowed size."],
	IncompleteBody: [400, "You did not provide the number of bytes that the length headers announced."],
	InternalError: [500, "We encountered an internal error. Please try again."],
	InvalidAccessKeyId: [403, "The access key ID that you provided does not exist in our records."],
	InvalidArgument: [400, "Invalid Argument"],
	InvalidBucketName: [400, "The specified bucket is not valid."],
	InvalidPart: [400, "One or more of the specified parts could not be found."],
	InvalidPartOrder: [400, "The list of parts was not in ascending order."],
	InvalidRange: [416, "The requested range is not satisfiable"],
	InvalidRequest: [400, "Invalid Request"],
	InvalidURI: [400, "Couldn't parse the specified URI."],
	KeyTooLongError: [400, "Your key is too long"],
	MalformedPOSTRequest: [400, "The body of your POST request is not well-formed multipart/form-data."],
	MalformedTrailerError: [
		400,
		"The request contained trailing data that was not well-formed or did not conform.",
	],
	MalformedXML: [400, "The XML that you provided was not well-formed or did not validate."],
	MethodNotAllowed: [405, "The specified method is not allowed against this resource."],
	MissingContentLength: [411, "You must provide the Content-Length HTTP header."],
	NoSuchBucket: [404, "The specified bucket does not exist"],
	NoSuchBucketPolicy: [404, "The bucket policy does not exist"],
	NoSuchCORSConfiguration: [404, "The CORS configuration does not exist"],
	NoSuchKey: [404, "The specified key does not exist."],
	NoSuchLifecycleConfiguration: [404, "The lifecycle configuration does not exist"],
	NoSuchPublicAccessBlockConfiguration: [404, "The public access block configuration was not found"],
	NoSuchTagSet: [404, "The TagSet does not exist"],
	NoSuchUpload: [404, "The specified multipart upload does not exist."],
	NoSuchVersion: [404, "The specified version does not exist."],
	NotImplemented: [
		501,
		"A header or parameter that you provided implies functionality that is not implemented",
	],
	NotModified: [304, "Not Modified"],
	OwnershipControlsNotFoundError: [404, "The bucket ownership controls were not found"],
	PreconditionFailed: [412, "At least one of the pre-conditions you specified did not hold"],
	RequestTimeTooSkewed: [403, "The difference between the request time and the current time is too large."],
	ServerSideEncryptionConfigurationNotFoundError: [404, "The encryption configuration was not found"],
	SignatureDoesNotMatch: [403, "The request signature we calculated does not match the one you provided."],
	XAmzContentSHA256Mismatch: [
		400,
		"The provided 'x-amz-content-sha256' header does not match what was computed.",
	],
} as const satisfies Record<string, readonly [status: number, message: string]>;

/** An error code of S3 that this server gives. */
export type S3ErrorCode = keyof typeof ERRORS;

/** A request that cannot be done; the server answers it as S3 does. */
export class S3Error extends Error {
	readonly code: S3ErrorCode;
	readonly status: number;
	/** What goes along in the answer's header, such as `x-amz-delete-marker`. */
	readonly headers: Readonly<Record<string, string>>;

	constructor(code: S3ErrorCode, message?: string, headers: Readonly<Record<string, string>> = {}) {
		super(message ?? ERRORS[code][1]);
		this.name = "S3Error";
		this.code = code;
		this.status = ERRORS[code][0];
		this.headers = headers;
	}
}
