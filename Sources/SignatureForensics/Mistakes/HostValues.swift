import Codes

/// Hosts that may have been signed in place of the one that arrived.
enum HostValues {
    typealias Candidate = HeaderValueMistakes.Candidate

    static func all(_ value: [UInt8], _ facts: RequestFacts) -> [Candidate] {
        let host = String(decoding: value, as: UTF8.self)
        let (name, port) = split(host)
        var candidates: [Candidate] = []
        if port != nil {
            candidates.append(Candidate(name, .headerPort))
            candidates.append(Candidate(name + ":", .headerPort, at: .inProcess, .pairs))
        }
        for (index, usual) in usualPorts.enumerated() where usual != port {
            candidates.append(
                Candidate("\(name):\(usual)", .headerPort, at: .inProcess, index < 10 ? .triples : .pairs))
        }
        candidates += others(facts).filter { $0 != name && $0 != host }
            .flatMap { other -> [Candidate] in
                let isLikely = isLikely(other, facts)
                // The control plane of a region that nothing speaks of is the least likely.
                let reach: Mistake.Reach = isLikely ? .triples : other.hasPrefix("bedrock.") ? .alone : .pairs
                return [Candidate(other, .headerHost, at: .inProcess, reach)]
                    + (port.map {
                        [Candidate("\(other):\($0)", .headerHost, at: .inProcess, isLikely ? .pairs : .alone)]
                    } ?? [])
            }
        candidates += [
            Candidate(host.lowercased(), .headerHost), Candidate(host.uppercased(), .headerHost, at: .client, .pairs),
            Candidate(name + ".", .headerHost, at: .client, .pairs), Candidate("", .headerHost),
            Candidate("https://" + host, .headerHost, at: .client, .pairs),
            Candidate("http://" + host, .headerHost, at: .client, .pairs),
            Candidate("https://" + host + "/", .headerHost, at: .client, .pairs),
            Candidate("http://" + host + "/", .headerHost, at: .client, .pairs),
            Candidate(host + facts.path, .headerHost, at: .client, .pairs),
            Candidate(host + "/", .headerHost, at: .client, .pairs),
            Candidate("None", .headerHost, at: .client, .alone),
            Candidate("undefined", .headerHost, at: .client, .alone),
            Candidate("www." + host, .headerHost, at: .client, .alone),
        ]
        if name.hasSuffix(".") {
            candidates.append(Candidate(String(name.dropLast()) + (port.map { ":\($0)" } ?? ""), .headerHost))
        }
        candidates += gateways(name)
        for authority in facts.authorities {
            candidates.insert(Candidate(authority, .headerAuthority), at: 0)
        }
        return candidates
    }

    /// Name and port; an address of IPv6 stands in brackets.
    static func split(_ host: String) -> (name: String, port: String?) {
        guard let colon = host.lastIndex(of: ":"), host[host.index(after: colon)...].allSatisfy(\.isNumber),
            !host[..<colon].contains(":") || host[..<colon].hasSuffix("]")
        else { return (host, nil) }
        return (String(host[..<colon]), String(host[host.index(after: colon)...]))
    }

    /// Whether a host is one that this very request may have been meant for.
    private static func isLikely(_ host: String, _ facts: RequestFacts) -> Bool {
        let mentions = facts.likelyRegions + ["us-east-1", "us-west-2", "eu-west-1", "eu-central-1"]
        return host.hasPrefix("bedrock") && mentions.contains { host.contains(".\($0).") }
            || facts.forwardedHosts.contains(host) || ["localhost", "127.0.0.1"].contains(host)
    }

    /// Servers of one's own, in front of which the request was signed.
    private static func gateways(_ name: String) -> [Candidate] {
        gatewayNames.enumerated().flatMap { rank, gateway -> [Candidate] in
            guard gateway != name else { return [] }
            let ports = usualPorts.prefix(rank < 2 ? 12 : rank < 10 ? 4 : 0)
            return ports.map { Candidate("\(gateway):\($0)", .headerHost, at: .inProcess, .pairs) }
                + [Candidate(gateway, .headerHost, at: .inProcess, .pairs)]
        }
    }

    /// The same with every usual port.
    static func many(_ value: [UInt8]) -> [Candidate] {
        let (name, _) = split(String(decoding: value, as: UTF8.self))
        return gatewayNames.filter { $0 != name }.flatMap { gateway in
            usualPorts.map { Candidate("\(gateway):\($0)", .headerHost, at: .inProcess, .alone) }
        }
    }

    private static let gatewayNames = [
        "localhost", "127.0.0.1", "0.0.0.0", "host.docker.internal", "litellm", "proxy", "gateway", "nginx", "[::1]",
        "mock", "bedrock-mock", "mock-bedrock", "api-gateway",
        "envoy", "localstack", "kong", "traefik", "haproxy", "caddy", "squid", "mitmproxy", "api", "app",
        "backend", "server", "web", "bedrock", "bedrock-runtime", "bedrock-proxy", "llm-gateway", "ai-gateway",
        "llm-proxy",
        "sigv4-proxy", "aws-sigv4-proxy", "sidecar", "upstream", "service",
    ]

    /// The ports of development servers and gateways, the usual ones first.
    private static let usualPorts = [
        "8080", "8000", "3000", "4000", "4566", "8443", "443", "80", "5000", "9000", "8888", "8081", "8001", "10000",
        "11434", "9090", "8787", "8010", "3001", "5001", "7000", "6000", "4443", "1080", "3128", "8118", "15001",
        "8082",
        "8008", "9443", "5173", "1234",
    ]

    private static func others(_ facts: RequestFacts) -> [String] {
        var hosts = facts.forwardedHosts + ["localhost", "127.0.0.1", "[::1]"]
        let regions = facts.likelyRegions + AWSRegions.all.filter { !facts.likelyRegions.contains($0) }
        for region in regions {
            let isLikely = facts.likelyRegions.contains(region)
            let suffix = region.hasPrefix("cn-") ? "amazonaws.com.cn" : "amazonaws.com"
            hosts.append("bedrock-runtime.\(region).\(suffix)")
            hosts.append("bedrock.\(region).\(suffix)")
            guard isLikely else { continue }
            hosts += [
                "bedrock-runtime.\(region).\(suffix):443", "bedrock.\(region).\(suffix):443",
                "bedrock-runtime.\(region).amazonaws.com.cn",
                "bedrock.\(region).amazonaws.com.cn", "bedrock-runtime-fips.\(region).api.aws",
                "bedrock.\(region).api.aws",
                "bedrock-runtime-fips.\(region).\(suffix)", "bedrock-fips.\(region).\(suffix)",
                "bedrock-agent-runtime.\(region).\(suffix)", "bedrock-agent.\(region).\(suffix)",
                "bedrock-runtime.\(region).api.aws", "bedrock-runtime.\(region).vpce.amazonaws.com",
                "bedrock-mantle.\(region).api.aws", "s3.\(region).\(suffix)", "sts.\(region).\(suffix)",
                "iam.amazonaws.com", "s3.amazonaws.com", "sts.amazonaws.com",
                "runtime.sagemaker.\(region).\(suffix)",
            ]
        }
        hosts += [
            "bedrock-runtime.amazonaws.com", "bedrock.amazonaws.com", "amazonaws.com", "example.com",
            "example.amazonaws.com", "api.example.com", "proxy.example.com", "gateway.example.com",
        ]
        return hosts
    }
}
