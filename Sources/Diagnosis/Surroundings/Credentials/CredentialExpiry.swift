import Codes
import JSONText
import Report
import ServerClock
import WireText

/// Judges `AWS_CREDENTIAL_EXPIRATION`, which `aws configure export-credentials` sets beside temporary keys.
enum CredentialExpiry {
    static let variable = "AWS_CREDENTIAL_EXPIRATION"

    /// Less than this is worth a warning: a long run would outlive it.
    private static let soon: Int64 = 15 * 60

    static func findings(_ variables: CredentialVariables, _ facts: EnvironmentFacts) -> [Finding] {
        guard let text = facts.variables[variable], !text.isBlank else { return [] }
        guard let expiration = ISO8601Time.unixSeconds(ValueFlaw.cleaned(text)) else { return [malformed(text)] }
        let left = expiration - facts.now
        if left > soon { return [] }
        let isTemporary =
            variables.sessionToken != nil
            || variables.accessKeyID.map { AccessKeyID.kind(of: $0) == .temporary } == true
        let evidence: JSONObject = [
            variable: .string(utc(expiration)), "now": .string(utc(facts.now)),
            "secondsLeft": .number(JSONNumber(Int(left))),
        ]
        if left > 0 {
            return isTemporary ? [expiring(left, evidence, facts)] : []
        }
        return [isTemporary ? expired(left, evidence, facts) : leftover(left, evidence)]
    }

    private static func utc(_ unixSeconds: Int64) -> String {
        CivilTime(unixSeconds: unixSeconds).iso8601
    }

    private static func expired(_ left: Int64, _ evidence: JSONObject, _ facts: EnvironmentFacts) -> Finding {
        Finding(
            code: .credentialsExpired, check: CredentialsCheck.check, status: .fail,
            title: "The temporary credentials expired \(SpanOfTime.words(seconds: left)) ago",
            detail:
                "AWS refuses them with ExpiredTokenException, and no retry helps. The local clock is taken to be right; `doctor clock` says whether it is.",
            evidence: evidence, where: .client, confidence: .likely,
            remedies: UnusedSources.exportRemedies(facts, orDefault: true))
    }

    private static func expiring(_ left: Int64, _ evidence: JSONObject, _ facts: EnvironmentFacts) -> Finding {
        Finding(
            code: .credentialsExpiring, check: CredentialsCheck.check, status: .warn,
            title: "The temporary credentials expire in \(SpanOfTime.words(seconds: left))",
            detail: "Anything that runs longer is refused halfway.",
            evidence: evidence, where: .client, confidence: .likely,
            remedies: UnusedSources.exportRemedies(facts, orDefault: true))
    }

    private static func leftover(_ left: Int64, _ evidence: JSONObject) -> Finding {
        Finding(
            code: .credentialsExpirationLeftover, check: CredentialsCheck.check, status: .warn,
            title: "AWS_CREDENTIAL_EXPIRATION is past, though the key is not temporary",
            detail: "It is left over from another session. Tools that look at it may throw good keys away.",
            evidence: evidence, where: .client, confidence: .likely,
            remedies: [Remedy("Take it away", command: "unset AWS_CREDENTIAL_EXPIRATION")])
    }

    private static func malformed(_ text: String) -> Finding {
        Finding(
            code: .credentialsExpirationMalformed, check: CredentialsCheck.check, status: .warn,
            title: "AWS_CREDENTIAL_EXPIRATION is not an ISO 8601 time",
            detail:
                "Expected a time with its zone, such as 2026-01-31T12:00:00Z. AWS SDKs refuse the whole set of credentials over it.",
            evidence: [variable: VariableView.plain(text)], where: .client, confidence: .certain,
            remedies: [
                Remedy("Unset it, or export the credentials again", command: "unset AWS_CREDENTIAL_EXPIRATION")
            ])
    }
}
