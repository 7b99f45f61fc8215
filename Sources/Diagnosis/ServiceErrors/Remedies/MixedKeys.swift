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

    /// How people name the two arguments of a client.
    private static let arguments = [
        "accesskeyid", "awsaccesskey", "aws_access_key_id=", "access_key_id:", "aws_access_key=", "basicawscredentials",
        "awsbasiccredentials", "staticcredentials", "static credentials", "static keys", "static access key",
        "static aws",
        "bring your own key", "explicit credentials", "explicit keys", "hardcoded keys", "hard-coded keys",
        "iam user keys", "iam user's keys", "long-lived keys", "keys explicitly", "credentials explicitly",
    ]

    /// `nil` where no pair was handed over, or nothing shows a place with a token of its own.
    init?(_ call: FailedCall) {
        let text = String((call.answer.surroundings + "\n" + call.text).prefix(32_768))
        let lower = text.lowercased()
        guard Self.arguments.contains(where: lower.contains), !text.contains("ASIA"),
            !["sessiontoken:", "sessiontoken =", "aws_session_token=", "session_token=", "awssessiontoken:"].contains(
                where: lower.contains)
        else { return nil }
        let words = WordText(lower)
        let named = Self.places.first { place in
            place.words.contains {
                $0.contains(" ") || $0.contains("-") ? lower.contains($0) : words.words.contains($0)
            }
        }
        guard let named else { return nil }
        place = named.name
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
