import JSONText
import Report
import WireText

/// The program by which credentials are got, where a text names one: it renews them, and the AWS CLI does not.
struct RenewalTool: Sendable {
    let name: String
    let command: String

    /// What names it in a text, each a name that is no word of the language.
    private let marks: [String]

    private let isClaudeCode: Bool

    private static let known: [(name: String, command: String, marks: [String])] = [
        ("okta-aws-cli", "okta-aws-cli web", ["okta-aws-cli"]),
        ("gimme-aws-creds", "gimme-aws-creds", ["gimme-aws-creds"]),
        ("saml2aws", "saml2aws login --force", ["saml2aws"]),
        ("aws-azure-login", "aws-azure-login", ["aws-azure-login"]),
        ("aws-sso-util", "aws-sso-util login", ["aws-sso-util"]),
        ("aws-google-auth", "aws-google-auth", ["aws-google-auth"]),
        ("onelogin-aws-cli", "onelogin-aws-login", ["onelogin-aws-cli", "onelogin-aws-login"]),
        ("Granted", "assume", ["granted sso", "granted credential-process", "granted.dev", "common-fate/granted"]),
        ("aws-vault", "aws-vault exec \"$AWS_PROFILE\"", ["aws-vault"]),
        ("awsume", "awsume", ["awsume"]),
        ("Leapp", "leapp session start", ["leapp session", "Leapp "]),
    ]

    /// The first such program of a text; `nil` where it names none.
    init?(_ text: String, scene: Scene) {
        isClaudeCode = scene.program == .claudeCode
        if let known = Self.known.first(where: { $0.marks.contains(where: text.contains) }) {
            name = known.name
            marks = known.marks
            command =
                Self.configured(in: text).flatMap { own in known.marks.contains(where: own.contains) ? own : nil }
                ?? known.command
        } else if let own = Self.configured(in: text), !own.hasPrefix("aws ") {
            name = String(own.prefix { $0 != " " })
            marks = [name]
            command = own
        } else {
            return nil
        }
    }

    /// Whether a text names one that is known by its name.
    static func isNamed(in text: String) -> Bool { known.contains { $0.marks.contains(where: text.contains) } }

    var remedy: Remedy {
        Remedy(
            """
            Here credentials come from \(name): run it, and start the program anew; aws sso login or aws configure renew nothing of that.\(isClaudeCode ? """
                 /login is for Anthropic's own accounts, and no help with AWS's. What awsAuthRefresh in settings.json names is run when credentials are found to have \
                expired; if that does not happen within a session, leave it, run the command in a shell, and start again.
                """ : "")
            """,
            command: command)
    }

    /// The command that Claude Code is told to renew credentials by; `nil` where none is shown that may be typed as it is.
    private static func configured(in text: String) -> String? {
        for name in ["awsAuthRefresh", "awsCredentialExport"] {
            guard let place = text.firstRange(of: name) else { continue }
            let rest = text[place.upperBound...].prefix(200).drop { "\"' :=".contains($0) }
            let value = rest.prefix { !"\"'`\n,}".contains($0) }.trimmed(of: " ")
            let isPlain = value.allSatisfy {
                $0.isASCII && ($0.isLetter || $0.isNumber || " -_./~".contains($0))
            }
            let first = value.prefix { $0 != " " }
            // A sentence about the setting is none.
            let isCommand = rest.startIndex > place.upperBound && first.allSatisfy { !$0.isUppercase }
            let isQuoted = text[place.upperBound...].prefix(4).contains { $0 == ":" || $0 == "=" }
            if isPlain, isCommand, isQuoted, (3...80).contains(value.count) { return String(value) }
        }
        return nil
    }
}
