import Evidence
import Report
import WireText

/// A bearer token that nobody meant to send: the paste shows a profile or single sign-on, and no API key of Bedrock's.
///
/// SDKs resolve a token of single sign-on into the same place from which a client takes an API key
/// (<https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html>; aws-sdk-go-v2: Config.BearerAuthTokenProvider).
struct StrayBearer {
    private let isOfGo: Bool
    /// Whether access keys or a role are what the reporter means to use.
    private let isOfKeys: Bool
    private let profile: String
    private let program: String

    init?(_ call: FailedCall) {
        let text = String(call.shown.prefix(32_768))
        let lower = text.lowercased()
        guard SignOnProfile.isUsed(in: text, scene: call.scene) || MeantKey.isDenied(in: text),
            !lower.contains("aws_bearer_token_bedrock="), !lower.contains("absk"), !lower.contains("bedrock-api-key-"),
            !MeantKey.isTold(in: text)
        else { return nil }
        isOfKeys =
            !SignOnProfile.isUsed(in: text, scene: call.scene)
            && ["sigv4", "aws_access_key_id", "access key", "iam role", "sts credentials", "access keys"].contains(
                where: lower.contains)
        isOfGo =
            text.contains("aws-sdk-go-v2") || text.contains("config.LoadDefaultConfig(")
            || text.contains("WithSharedConfigProfile")
        profile = call.profileWord
        program = call.scene.client.map { PrintableText.escaped($0.value, limit: 60) } ?? "the client"
    }

    var remedy: Remedy {
        let why =
            """
            No API key is meant: credentials come from a profile or single sign-on, and \(program) sent something of that, such as the sign-on's own token, as a bearer token in place of signing. \
            Making an API key anew, or signing in again, changes nothing.
            """
        if isOfGo {
            return Remedy(
                """
                Set cfg.BearerAuthTokenProvider = nil before the client is made, so that it signs with the profile's keys: in Go the configuration of a profile with an sso_session holds the sign-on's token there. \
                \(why)
                """)
        }
        if isOfKeys {
            return Remedy(
                """
                Take out the api_key that \(program), or what stands above it, hands on, and update it, so that it signs: no API key is meant, and yet one was sent. It is a placeholder (dummy, none, sk-...), a key of another provider, or what a \
                settings page, a web interface or a login has stored; with one given, a client sends it as a bearer token and does not sign, whatever access keys are there. Look for api_key in its configuration and its \
                code, and leave it out (None, not an empty text).
                """)
        }
        let command =
            profile == "NAME"
            ? ProfileCommand.export() : "eval \"$(aws configure export-credentials --profile \(profile) --format env)\""
        return Remedy(
            """
            Hand \(program) the access keys behind the session as variables, take out any key that is stored in its own settings, and update it: it may not know such profiles. \(why)
            """,
            command: command)
    }
}
