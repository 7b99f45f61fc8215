import Codes
import Evidence
import Report

/// What the name of an error says by its parts, where neither its message nor its type is known.
///
/// AWS's services name thousands of errors by a few patterns (`EntityTooLarge`, `MalformedXML`, `AgentNotFoundException`), and
/// the other providers' APIs have a dozen names in small letters. The name tells the kind, never more, so a cause from it is
/// not certain.
///
/// Sources: <https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_InvokeAgent.html>,
/// <https://docs.claude.com/en/api/errors>, <https://platform.openai.com/docs/guides/error-codes>.
enum TypeFamily {
    /// The causes; empty where the name is of no such pattern, or nothing shows that a service gave it.
    static func causes(_ read: ReadAnswer) -> [CauseCandidate] {
        guard let type = read.errorType else { return [] }
        let key = AWSErrorType.key(type)
        if let cause = providers[key], type.first?.isLowercase ?? false {
            return [CauseCandidate(cause, .possible)]
        }
        // AWS repeats the name in place of a message: `(AccessDenied) ... Access Denied`.
        if key == "accessdenied", WordText(read.message).words.joined() == key, read.operation != nil {
            return [CauseCandidate(.iamDenied, .possible)]
        }
        // A conflict is of a state, which each operation has its own of.
        if key == "conflict", read.operation?.contains("TrustedAccessProgram") ?? false {
            return [CauseCandidate(.accountNotAllowed, .likely)]
        }
        guard read.operation != nil || read.requestID != nil, let first = type.first, first.isLetter else { return [] }
        guard
            let cause = parts.first(where: { part in part.words.contains { key.hasPrefix($0) || key.hasSuffix($0) } })?
                .cause
        else { return [] }
        return [CauseCandidate(cause, .likely)]
    }

    /// What stands at the beginning or the end of a name.
    private static let parts: [(words: [String], cause: FindingCode)] = [
        (["notfound", "nosuch", "doesnotexist"], .resourceNotFound),
        (["limitexceeded", "quotaexceeded", "limitreached"], .quotaExceeded),
        (["unavailable"], .serviceUnavailable),
        (["internal"], .internalError),
        (
            [
                "invalid", "malformed", "missing", "incomplete", "unsupported", "toolarge", "toosmall", "toolong",
                "badrequest", "methodnotallowed", "notimplemented", "alreadyexists",
                "preconditionfailed",
            ], .validationRequest
        ),
    ]

    /// The types of Anthropic's and OpenAI's forms of errors.
    private static let providers: [String: FindingCode] = [
        "server": .internalError, "api": .internalError, "overloaded": .serviceUnavailable, "ratelimit": .throttled,
        "permission": .iamDenied, "invalidrequest": .validationRequest, "timeout": .modelTimeout,
        "requesttoolarge": .validationContextLength,
    ]
}
