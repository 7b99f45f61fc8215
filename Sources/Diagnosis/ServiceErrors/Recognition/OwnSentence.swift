import Codes
import Evidence

/// A sentence of AWS's, or of an SDK's, that belongs to one cause alone, whole.
///
/// Rules weigh words that stand near each other in any order; a sentence stands as it is written, across broken lines and
/// whatever quotes and apostrophes. Sentences that several causes share have no place here.
///
/// Sources: <https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html>,
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html>,
/// <https://github.com/boto/botocore/blob/develop/botocore/exceptions.py>.
struct OwnSentence: Sendable {
    let cause: FindingCode
    private let words: [String]

    private init(_ cause: FindingCode, _ sentence: String) {
        self.cause = cause
        words = WordText(sentence).words
    }

    /// The causes whose sentences stand in a text.
    static func causes(in text: WordText) -> Set<FindingCode> {
        Set(all.filter { text.holds($0.words) }.map(\.cause))
    }

    private static func of(_ cause: FindingCode, _ sentences: String...) -> [OwnSentence] {
        sentences.map { OwnSentence(cause, $0) }
    }

    private static let all: [OwnSentence] = [
        // The layer before the service.
        of(
            .signatureMismatch, "request signature we calculated does not match the signature you provided",
            "the Canonical String for this request should have been"),
        of(.clockSkewExpired, "is now earlier than"),
        of(.clockSkewFuture, "Signature not yet current"),
        of(.wrongScopeRegion, "Credential should be scoped to a valid region"),
        of(.wrongScopeService, "Credential should be scoped to correct service"),
        of(.tokenExpired, "security token included in the request is expired"),
        of(.bearerTokenInvalid, "Invalid API Key format: Must start with pre-defined prefix"),
        of(.bodyHashHeader, "provided x-amz-content-sha256 header does not match what was computed"),
        of(.signatureVersion, "authorization mechanism you have provided is not supported"),
        // The account and its models.
        of(.modelAccessNotGranted, "You don't have access to the model with the specified model ID"),
        of(
            .useCaseFormMissing, "use case details have not been submitted for this account",
            "You have not filled out the request form"),
        of(.marketplacePayment, "INVALID_PAYMENT_INSTRUMENT"),
        of(.legacyModelLocked, "Model is marked by provider as Legacy"),
        of(.modelEndOfLife, "has reached the end of its life"),
        of(
            .onDemandUnsupportedNeedsInferenceProfile, "with on-demand throughput isn't supported",
            "with the ID or ARN of an inference profile that contains this model"),
        of(.dataRetentionRequired, "data retention mode default is not"),
        // Quotas.
        of(
            .throttled, "Too many requests please wait before trying again",
            "Too many tokens please wait before trying again"),
        of(.quotaDailyTokens, "Too many tokens per day please wait before trying again"),
        // Requests.
        of(.validationContextLength, "Input is too long for requested model", "prompt is too long"),
        of(.validationMaxTokens, "maximum tokens you requested exceeds the model limit of"),
        of(.validationSamplingParams, "cannot both be specified for this model", "is deprecated for this model"),
        of(
            .validationToolUnsupported, "This model doesn't support tool use",
            "This model doesn't support tool use in streaming mode"),
        of(.validationSystemUnsupported, "This model doesn't support system messages"),
        of(.validationConverseUnsupported, "This action doesn't support the model that you provided"),
        // Clients, before anything was answered.
        of(
            .credentialsMissing, "Unable to locate credentials", "Could not load credentials from any providers",
            "Unable to load credentials from any of the providers in the chain"),
        of(.networkAnswerTimeout, "Read timeout on endpoint URL"),
        of(
            .networkCertificateUntrusted, "certificate verify failed", "PKIX path building failed",
            "certificate signed by unknown authority", "unable to get local issuer certificate",
            "self-signed certificate in certificate chain", "invalid peer certificate UnknownIssuer"),
        // botocore's, the JavaScript SDK's and LiteLLM's.
        of(
            .regionMissing, "You must specify a region", "Error: Region is missing", "AWS region not set",
            "Unable to load region from any of the providers in the chain"),
        of(.clientRefused, "Missing boto3 to call bedrock"),
        of(
            .clientPoolFull, "Timeout waiting for connection from pool",
            "Acquire operation took longer than the configured maximum time",
            "Maximum pending connection acquisitions exceeded"),
        // OpenAI's form of Bedrock's paths, which Converse's calls do not take.
        of(.wrongEndpoint, "The model doesn't exist or doesn't support this API"),
        of(.validationMessages, "is not supported on this API Please use the Messages API instead"),
    ].flatMap { $0 }
}
