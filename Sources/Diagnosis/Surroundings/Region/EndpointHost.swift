import Codes
import ConverseAPI
import JSONText
import Report
import WireText

/// Judges the host of an endpoint override: what it serves, in which region, and over what.
enum EndpointHost {
    static func findings(
        _ url: ConverseEndpoint, _ endpoint: EndpointResolution, _ region: RegionResolution, _ facts: EnvironmentFacts
    ) -> [Finding] {
        var findings: [Finding] = []
        if let host = AWSHostName(url.host) {
            if host.service == "bedrock" {
                findings.append(controlPlane(url, endpoint))
            } else if host.service != "bedrock-runtime" {
                findings.append(otherService(url, host, endpoint))
            }
            if let hostRegion = host.region, hostRegion != region.setting.value {
                findings.append(regionMismatch(url, hostRegion, endpoint, region))
            }
        }
        if url.scheme == .http && !url.isLoopback { findings.append(insecure(url, endpoint)) }
        findings.append(override(url, endpoint, facts))
        return findings
    }

    private static func evidence(_ url: ConverseEndpoint, _ endpoint: EndpointResolution) -> JSONObject {
        [
            "endpoint": VariableView.plain(url.description),
            "origin": VariableView.plain(endpoint.override?.origin ?? "region"),
        ]
    }

    private static func runtimeURL(_ region: String) -> String {
        (try? ConverseEndpoint(region: region))?.description ?? "https://bedrock-runtime.us-east-1.amazonaws.com"
    }

    private static func controlPlane(_ url: ConverseEndpoint, _ endpoint: EndpointResolution) -> Finding {
        let region = AWSHostName(url.host)?.region ?? RegionResolution.fallback
        return Finding(
            code: .configEndpointControlPlane, check: EndpointCheck.check, status: .fail,
            title: "The endpoint is Bedrock's control plane; model calls go to bedrock-runtime",
            detail: "\(url.host) lists models and profiles. It does not know Converse.",
            evidence: evidence(url, endpoint), where: .client, confidence: .certain,
            remedies: [
                Remedy("Use the runtime's host", EndpointRemedies(endpoint).use(runtimeURL(region)))
            ])
    }

    private static func otherService(_ url: ConverseEndpoint, _ host: AWSHostName, _ endpoint: EndpointResolution)
        -> Finding
    {
        Finding(
            code: .configEndpointOtherService, check: EndpointCheck.check, status: .fail,
            title:
                "The endpoint belongs to \(PrintableText.escaped(host.service, limit: 60)), not to Bedrock's runtime",
            detail:
                "AWS checks the service in the signature's scope. An endpoint meant for another service belongs in that service's own variable, AWS_ENDPOINT_URL_<SERVICE>.",
            evidence: evidence(url, endpoint), where: .client, confidence: .certain,
            remedies: [Remedy("Use the region's own endpoint", EndpointRemedies(endpoint).drop)])
    }

    private static func regionMismatch(
        _ url: ConverseEndpoint, _ hostRegion: String, _ endpoint: EndpointResolution, _ region: RegionResolution
    ) -> Finding {
        var facts = evidence(url, endpoint)
        facts["hostRegion"] = .string(hostRegion)
        facts["signingRegion"] = VariableView.plain(region.setting.value)
        facts["signingRegionOrigin"] = VariableView.plain(region.setting.origin)
        return Finding(
            code: .configEndpointRegionMismatch, check: EndpointCheck.check, status: .fail,
            title:
                "The endpoint is in \(hostRegion), but requests are signed for \(PrintableText.escaped(region.setting.value, limit: 60))",
            detail:
                "AWS answers such a request with \"Credential should be scoped to a valid region\". The signing region does not follow the host.",
            evidence: facts, where: .client, confidence: .certain,
            remedies: [
                Remedy("Sign for the endpoint's region", EndpointRemedies.sign(for: hostRegion, region)),
                Remedy("Or use the signing region's own endpoint", EndpointRemedies(endpoint).drop),
            ])
    }

    private static func insecure(_ url: ConverseEndpoint, _ endpoint: EndpointResolution) -> Finding {
        Finding(
            code: .configEndpointInsecure, check: EndpointCheck.check, status: .warn,
            detail:
                "Prompts, answers and the session token travel readable to \(url.host). AWS's own endpoints speak https only.",
            evidence: evidence(url, endpoint), where: .client, confidence: .certain,
            remedies: [Remedy("Use https, or an endpoint on this machine")])
    }

    private static func override(_ url: ConverseEndpoint, _ endpoint: EndpointResolution, _ facts: EnvironmentFacts)
        -> Finding
    {
        var shown = evidence(url, endpoint)
        let isVariable = endpoint.override.map { EndpointResolution.variables.contains($0.origin) } ?? false
        for name in EndpointResolution.variables where name != endpoint.override?.origin {
            if facts.variables[name]?.isBlank == false { shown[name] = "set, but not in effect" }
        }
        return Finding(
            code: .configEndpointOverride, check: EndpointCheck.check, status: isVariable ? .warn : .pass,
            title: "Requests go to \(PrintableText.escaped(url.description, limit: 100))",
            detail: isVariable
                ? "\(endpoint.override?.origin ?? "") says so. The AWS SDKs follow it\(facts.speaksOfPRX ? "; PRX does not read it and calls the region's own host" : "")."
                : "Given by \(PrintableText.escaped(endpoint.override?.origin ?? "")).",
            evidence: shown, where: .client, confidence: .certain,
            remedies: isVariable ? [Remedy("If it is not meant", EndpointRemedies(endpoint).drop)] : [])
    }
}

/// Whose host an endpoint names.
package enum EndpointHostKind: Sendable, Hashable {
    case aws
    case thisMachine
    case other

    package init(_ host: String) {
        self =
            AWSHostName(host) != nil
            ? .aws
            : host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]" || host.hasPrefix("127.")
                ? .thisMachine : .other
    }
}
