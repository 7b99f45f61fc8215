import Report
import SigV4

/// Judges credentials, region, endpoint, network settings and PRX's configuration without any network.
package enum EnvironmentCheck {
    /// The findings of all checks, the cause first, and the settings that the other commands use.
    package static func run(_ facts: EnvironmentFacts) -> EnvironmentDiagnosis {
        let region = RegionResolution(facts)
        let endpoint = EndpointResolution(facts, region: region.setting.value)
        let credentials = CredentialsCheck.run(facts, region: region.setting.value, endpoint: endpoint)
        let configuration = facts.configuration.map { ConfigurationCheck.run($0, facts) }
        let findings =
            credentials.findings + RegionCheck.run(region, facts) + EndpointCheck.run(endpoint, region, facts)
            + ProxyCheck.run(facts, endpoint: endpoint) + TrustCheck.run(facts) + (configuration?.findings ?? [])
        return EnvironmentDiagnosis(
            findings: findings.causeFirst(),
            settings: ResolvedSettings(
                credentials: credentials.credentials,
                credentialsOrigin: credentials.origin,
                apiKey: credentials.apiKey,
                region: region.setting,
                endpoint: try? endpoint.resolved.get(),
                model: configuration?.model),
            profile: facts.overrides.profile)
    }
}
