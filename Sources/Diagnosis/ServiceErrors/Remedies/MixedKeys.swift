import Evidence
import Report
import WireText

/// A pair of keys that is handed to a client, in a place whose own role has put `AWS_SESSION_TOKEN` into the environment: a client that fills in what was
/// not given signs with the pair and sends the role's token beside it, and AWS knows no such three.
///
/// Sources: <https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html> (AWS_SESSION_TOKEN is set by the runtime),
/// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-static-credentials.html>.
struct MixedKeys {
    private let place: String

    private static let places: [(words: [String], name: String)] = [
        (["lambda"], "AWS Lambda"),
        (["irsa", "service account", "eks", "pod identity", "kubernetes", "k8s"], "the pod"),
        (["ecs", "fargate", "task role"], "the task"),
        (["codebuild"], "CodeBuild"), (["amplify"], "Amplify"), (["app runner", "apprunner"], "App Runner"),
        (["sagemaker"], "SageMaker"), (["github actions", "configure-aws-credentials"], "the job"),
    ]

    /// Names of the two arguments that are those of a client only, in their own case: variables are written otherwise.
    private static let arguments = [
        "accessKeyId", "awsAccessKey", "BasicAWSCredentials", "AwsBasicCredentials", "StaticCredentialsProvider",
        "NewStaticCredentials", "bring your own key", "explicit credentials", "explicit keys", "hardcoded keys",
        "hard-coded keys", "keys explicitly", "credentials explicitly",
    ]

    /// Names that a file of settings has as well: an argument stands behind a bracket or a comma.
    private static let names = ["aws_access_key_id=", "aws_access_key=", "access_key_id:"]

    /// `nil` where no pair was handed over, or nothing shows that the call is made in a place with a token of its own.
    init?(_ call: FailedCall) {
        let text = String(call.shown.prefix(32_768))
        let lower = text.lowercased()
        guard
            Self.arguments.contains(where: text.contains)
                || Self.names.contains(where: { Self.isArgument($0, in: text) }),
            !text.contains("ASIA"),
            !["sessiontoken:", "sessiontoken =", "aws_session_token=", "session_token=", "awssessiontoken:"].contains(
                where: lower.contains),
            let named = Self.place(of: call.scene.runtimePlace) ?? Self.place(in: lower)
        else { return nil }
        place = named
    }

    private static func isArgument(_ name: String, in text: String) -> Bool {
        text.ranges(of: name).contains { found in
            let before = text[..<found.lowerBound].last { !$0.isWhitespace }
            return before == "(" || before == "," || before == "{"
        }
    }

    private static func place(of runtime: RuntimePlace?) -> String? {
        guard let runtime else { return nil }
        if runtime == .lambda { return "AWS Lambda" }
        if runtime == .ecs { return "the task" }
        return [.serviceAccount, .podIdentity].contains(runtime) ? "the pod" : nil
    }

    /// Words of a plan, of what is denied, and of what is well there.
    private static let others: Set<String> = [
        "later", "want", "will", "plan", "planning", "going", "would", "eventually", "soon", "next", "not", "never",
        "no", "works", "worked", "fine", "well", "succeeds", "deploy", "if",
    ]

    private static let articles: Set<String> = ["a", "an", "the", "our", "my", "aws", "amazon", "its"]

    /// The place in which, by the words of a clause, the call is made.
    private static func place(in text: String) -> String? {
        for clause in text.split(whereSeparator: { $0.isNewline || ".,;!?".contains($0) }) {
            let words = clause.split { !$0.isLetter && !$0.isNumber }.map(String.init)
            for (names, name) in places {
                for spelling in names.map({ $0.split { $0 == " " || $0 == "-" }.map(String.init) }) {
                    let starts = words.indices.filter { words[$0...].starts(with: spelling) }
                    for start in starts {
                        let before = words[..<start]
                        let preposition = before.last { !articles.contains($0) }
                        guard let preposition, ["in", "on", "inside", "within"].contains(preposition),
                            !before.contains(where: others.contains)
                        else { continue }
                        return name
                    }
                }
            }
        }
        return nil
    }

    var remedy: Remedy {
        Remedy(
            """
            Hand the client no keys in \(place), and give the role there the permissions; or hand over all three values of one kind (for a long-lived pair an empty or null session token, where the client takes one), and update the client. \
            \(place.beginningSentence) has an AWS_SESSION_TOKEN of its own role in the environment, and a client that is given a pair alone takes that token with it: the three do not belong together. On a machine without the \
            variable the same code works. Without such an argument, unset AWS_SESSION_TOKEN in the process that calls.
            """
        ).about(.shown)
    }
}
