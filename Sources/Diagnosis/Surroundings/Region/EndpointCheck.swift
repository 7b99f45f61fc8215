import Codes
import ConverseAPI
import JSONText
import Report
import WireText

/// Judges where requests go and the flags that change it.
enum EndpointCheck {
    static let check = Check.endpoint

    static func run(_ endpoint: EndpointResolution, _ region: RegionResolution, _ facts: EnvironmentFacts) -> [Finding]
    {
        var findings: [Finding] = []
        switch endpoint.resolved {
        case .failure(let error):
            // A region that fits into no host name has its own finding.
            if endpoint.override != nil { findings.append(malformed(endpoint, error)) }
        case .success(let resolved):
            if endpoint.override != nil {
                findings += EndpointHost.findings(resolved.endpoint, endpoint, region, facts)
            } else if !RegionName.isRefuted(region) {
                // A host name made of what is not a region is not to be called right.
                findings.append(regional(resolved.endpoint))
            }
        }
        return findings + ignored(facts) + controlPlaneOnly(facts, endpoint)
            + EndpointFlags.findings(facts, region, endpoint)
    }

    private static func regional(_ endpoint: ConverseEndpoint) -> Finding {
        let url = PrintableText.escaped(endpoint.description, limit: 200)
        return Finding(
            code: .configEndpointRegional, check: check, status: .pass, detail: url,
            evidence: ["endpoint": .string(url), "origin": "region"], where: .client, confidence: .certain)
    }

    private static func malformed(_ endpoint: EndpointResolution, _ error: EndpointError) -> Finding {
        let origin = PrintableText.escaped(endpoint.override?.origin ?? "")
        let value = endpoint.override?.value ?? ""
        let mayHoldSecret = value.contains("@") || value.contains("?") || value.contains("%40")
        return Finding(
            code: .configEndpointMalformed, check: check, status: .fail,
            title: "The endpoint of \(origin) \(reason(error))",
            detail:
                "An endpoint is a URL such as https://bedrock-runtime.us-east-1.amazonaws.com, with a port and a path at most.",
            evidence: [
                "origin": .string(origin),
                "value": mayHoldSecret ? .string("not shown; it may hold a password") : VariableView.plain(value),
            ],
            where: .client, confidence: .certain,
            remedies: [repair(endpoint)].compactMap(\.self) + [
                Remedy("Unset it to use the region's own endpoint", EndpointRemedies(endpoint).drop)
            ])
    }

    /// The value with white space and quotes off and a scheme in front, where that makes it a URL.
    private static func repair(_ endpoint: EndpointResolution) -> Remedy? {
        guard let override = endpoint.override else { return nil }
        let cleaned = ValueFlaw.cleaned(override.value)
        guard cleaned.utf8.count <= 512, !cleaned.contains("@"), !cleaned.contains("%40") else { return nil }
        let isLocal = cleaned.hasPrefix("localhost") || cleaned.hasPrefix("127.")
        let url = cleaned.contains("://") ? cleaned : (isLocal ? "http://" : "https://") + cleaned
        guard (try? ConverseEndpoint(url: url)) != nil, let step = EndpointRemedies(endpoint).use(url) else {
            return nil
        }
        return Remedy("Write it as a URL", step)
    }

    private static func reason(_ error: EndpointError) -> String {
        switch error.problem {
        case .invalidRegion: "has no usable region"
        case .missingScheme: "has no scheme; it must begin with https:// or http://"
        case .otherScheme: "does not begin with https:// or http://"
        case .hasUserInformation: "holds a user name or a password"
        case .hasQuery: "has a query"
        case .hasFragment: "has a fragment"
        case .unexpectedByte(UInt8(ascii: " ")): "holds a space, which no URL may hold"
        case .unexpectedByte(0x09), .unexpectedByte(0x0A), .unexpectedByte(0x0D):
            "holds a line break or a tab, which no URL may hold"
        case .unexpectedByte(let byte): "holds the byte 0x\(String(byte, radix: 16)), which no URL may hold"
        case .invalidHost: "has a host that is not a host name"
        case .invalidPort: "has a port that is not a number from 1 to 65535"
        }
    }

    private static func ignored(_ facts: EnvironmentFacts) -> [Finding] {
        let names = EndpointResolution.variables.filter { facts.variables[$0]?.isBlank == false }
        guard EndpointResolution.flag(EndpointResolution.ignoreFlag, facts) == true, !names.isEmpty,
            facts.overrides.endpoint == nil
        else { return [] }
        return [
            Finding(
                code: .configEndpointIgnored, check: check, status: .warn,
                title: "\(Enumeration.words(names)) \(names.count == 1 ? "has" : "have") no effect",
                detail: "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS is true, so the AWS SDKs, and this tool, ignore it.",
                evidence: JSONObject([(EndpointResolution.ignoreFlag, "true")] + names.map { ($0, "set") }),
                where: .client, confidence: .certain,
                remedies: [Remedy("To use the endpoint", command: "unset AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")])
        ]
    }

    private static func controlPlaneOnly(_ facts: EnvironmentFacts, _ endpoint: EndpointResolution) -> [Finding] {
        guard facts.variables["AWS_ENDPOINT_URL_BEDROCK"]?.isBlank == false, endpoint.override == nil else { return [] }
        return [
            Finding(
                code: .configEndpointControlPlaneOnly, check: check, status: .warn,
                title: "AWS_ENDPOINT_URL_BEDROCK does not move model calls",
                detail:
                    "It is for the control plane (lists of models, profiles). Converse uses AWS_ENDPOINT_URL_BEDROCK_RUNTIME.",
                evidence: ["AWS_ENDPOINT_URL_BEDROCK": "set", "AWS_ENDPOINT_URL_BEDROCK_RUNTIME": "not set"],
                where: .client, confidence: .certain,
                remedies: [
                    Remedy("If model calls are meant, set AWS_ENDPOINT_URL_BEDROCK_RUNTIME to the runtime's URL")
                ])
        ]
    }
}
