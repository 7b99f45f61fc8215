import Codes
import ConverseAPI
import JSONText
import Report
import SigV4
import WireText

/// Judges the Bedrock API key of the environment, and says who would send it: the AWS SDKs always, PRX never, this run where
/// it is asked to or has no key pair.
enum BearerToken {
    static let variable = BedrockAPIKey.variable

    /// What came of the key.
    struct Outcome {
        var findings: [Finding] = []
        /// The key that this run sends; nil where it signs.
        var key: BedrockAPIKey?
    }

    /// Decides whether this run sends the key, and judges it.
    ///
    /// - Parameters:
    ///   - hasKeyPair: whether there is a pair to sign with.
    ///   - region: where the run's calls go.
    static func run(
        _ facts: EnvironmentFacts, hasKeyPair: Bool, region: String, endpoint: EndpointResolution
    ) -> Outcome {
        if let supplied = facts.overrides.apiKey {
            return Outcome(findings: [BearerFindings.supplied(supplied.origin)], key: supplied.value)
        }
        let isWanted = facts.overrides.auth == .bearer || (facts.overrides.auth == .auto && !hasKeyPair)
        let isOnly = facts.overrides.auth == .bearer
        guard let value = facts.variables[variable] else {
            return Outcome(findings: isOnly ? [BearerFindings.missing(isBlank: false)] : [])
        }
        if isOnly, value.isBlank { return Outcome(findings: [BearerFindings.missing(isBlank: true)]) }
        let key = BedrockAPIKey(value)
        let findings = BearerFindings(facts: facts, key: key, region: region, endpoint: endpoint)
        guard isWanted, !value.isBlank else {
            return Outcome(findings: [findings.ignored(hasKeyPair: hasKeyPair, isBlank: value.isBlank)])
        }
        if let wrapped = findings.wrapped { return Outcome(findings: [wrapped]) }
        guard key.fitsHeader else { return Outcome(findings: [findings.unsendable]) }
        if let endpoint = endpoint.endpoint, endpoint.scheme == .http, !endpoint.isLoopback {
            return Outcome(findings: [findings.inClear])
        }
        return Outcome(findings: [findings.judged], key: key)
    }
}
