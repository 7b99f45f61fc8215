import ConverseAPI
import WireText

/// Where requests go, and by whose word: Converse's resolution, with what a finding wants to know beside it.
struct EndpointResolution {
    static let variables = ["AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "AWS_ENDPOINT_URL"]
    static let ignoreFlag = "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"

    /// The override that is in effect, as it is written; `nil` when the region's own host is used.
    let override: Setting?

    /// The endpoint, or why there is none.
    let resolved: Result<ResolvedEndpoint, EndpointError>

    init(_ facts: EnvironmentFacts, region: String) {
        let isIgnored = Self.flag(Self.ignoreFlag, facts) == true
        let configured =
            isIgnored
            ? nil
            : Self.variables.lazy.compactMap { name in
                facts.variables[name].flatMap { $0.isBlank ? nil : Setting($0, origin: name) }
            }.first
        override = facts.overrides.endpoint ?? configured
        do throws(EndpointError) {
            resolved = .success(
                try ResolvedEndpoint(
                    environment: facts.variables, region: region, url: facts.overrides.endpoint?.value))
        } catch {
            resolved = .failure(error)
        }
    }

    var endpoint: ConverseEndpoint? {
        if case .success(let resolved) = resolved { resolved.endpoint } else { nil }
    }

    /// Whether requests go to this machine.
    var isLoopback: Bool { endpoint?.isLoopback ?? false }

    /// A switch of the AWS SDKs; `nil` when it is not set, or to neither `true` nor `false`.
    static func flag(_ name: String, _ facts: EnvironmentFacts) -> Bool? { EnvironmentText.flag(facts.variables[name]) }
}
