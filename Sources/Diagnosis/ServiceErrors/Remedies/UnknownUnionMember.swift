import Evidence
import Report
import WireText

/// A `TypeError` within the serializer of the AWS SDK for JavaScript: the visitor of a union was given an object with none of the members it knows,
/// and looks for `$unknown`, which nobody set.
///
/// The program is in order where the member is newer than the SDK: AWS Lambda's own copy, which is loaded where the package brings none, is months
/// behind.
///
/// Sources: <https://github.com/aws/aws-sdk-js-v3> (`se_...` in protocols/Aws_restJson1, `visit` of a union's namespace),
/// <https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html#nodejs-sdk-included>.
struct UnknownUnionMember: Sendable, Hashable {
    /// The union that was written: `SystemContentBlock`.
    let union: String

    /// The package of the client: `@aws-sdk/client-bedrock-runtime`.
    let package: String

    /// Whether it is AWS Lambda's own copy.
    let isOfLambda: Bool

    /// The newer member that the text names.
    let member: String?

    /// - Parameters:
    ///   - message: What the exception says.
    ///   - text: What was pasted with it.
    init?(message: String, in text: String) {
        guard message.contains("(reading '0')") || message.contains("Cannot read property '0' of undefined") else {
            return nil
        }
        let lines = text.prefix(65_536).split(whereSeparator: \.isNewline)
        let frames = lines.filter { $0.contains("at se_") && $0.contains("@aws-sdk/client-") }
        guard let frame = frames.first, let mark = frame.firstRange(of: "at se_"),
            let home = frame.firstRange(of: "@aws-sdk/client-")
        else { return nil }
        union = String(frame[mark.upperBound...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber) })
        package =
            "@aws-sdk/client-"
            + frame[home.upperBound...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        isOfLambda = frame.contains("/var/runtime/")
        let prose = lines.filter { !$0.contains("at ") || !$0.contains("node_modules") }.joined(separator: "\n")
            .lowercased()
        member =
            prose.contains("cachepoint") || prose.contains("cache point")
            ? "cachePoint"
            : ["reasoningContent", "guardContent", "citationsContent", "document", "video"].first {
                prose.contains($0.lowercased())
            }
    }

    init?(_ call: FailedCall) {
        self.init(message: call.message, in: call.shown)
    }

    var remedy: Remedy {
        let newer = member.map { " (here \($0))" } ?? ""
        let step =
            isOfLambda
            ? "Put a current \(package) into the function's own package (npm install \(package)@latest, and no longer external in esbuild, CDK or SAM): what runs is the copy in /var/runtime, AWS Lambda's own, which is older than the member."
            : "Update \(package) where the program runs (npm install \(package)@latest; see npm ls for a second, older copy): the one that runs is older than the member."
        return Remedy(
            """
            \(step) The exception comes from the SDK's serializer of \(union), which met an object with none of the members that it knows\(newer), before anything was sent. If it is new enough, a member's name is misspelt, or the \
            block is empty.
            """
        ).about(.instruction)
    }
}
