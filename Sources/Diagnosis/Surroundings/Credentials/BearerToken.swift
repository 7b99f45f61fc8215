import Codes
import JSONText
import Report
import WireText

/// Says what a Bedrock API key in the environment does: nothing for PRX, everything for the AWS SDKs.
enum BearerToken {
    static let variable = "AWS_BEARER_TOKEN_BEDROCK"

    static func findings(_ facts: EnvironmentFacts, hasKeyPair: Bool) -> [Finding] {
        guard let value = facts.variables[variable] else { return [] }
        let isEmpty = value.isBlank
        return [
            Finding(
                code: .credentialsBearerTokenIgnored, check: CredentialsCheck.check, status: .warn,
                title: isEmpty
                    ? "AWS_BEARER_TOKEN_BEDROCK is set, but blank"
                    : "AWS_BEARER_TOKEN_BEDROCK is set; \(facts.reader) does not use it",
                detail: isEmpty
                    ? "Tools built on the AWS SDKs send an empty bearer token as soon as the variable exists, and are refused."
                    : "\(facts.reader.prefix(1).uppercased() + facts.reader.dropFirst()) signs with the key pair\(hasKeyPair ? "" : ", and there is none"). Tools built on the AWS SDKs prefer the bearer token even to keys given to them, so they may act as somebody else.",
                evidence: [variable: .string(isEmpty ? "blank" : MaskedSecret.masked(value))],
                where: .client, confidence: .certain,
                remedies: hasKeyPair
                    ? [Remedy("To make every tool use the key pair", command: "unset AWS_BEARER_TOKEN_BEDROCK")]
                    : [
                        Remedy(
                            "To sign, set a key pair: type the id, then the secret, which is not shown",
                            command: VariableView.askPair)
                    ])
        ]
    }
}
