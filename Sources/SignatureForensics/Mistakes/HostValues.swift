import Codes
import WireText

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
        // The ports of the schemes, which some clients write and others leave out: aws/aws-cli#2883, curl/curl#9550.
        for usual in ["443", "80"] where usual != port {
            candidates.append(Candidate("\(name):\(usual)", .headerPort))
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
        ]
        if name.hasSuffix(".") {
            candidates.append(Candidate(String(name.dropLast()) + (port.map { ":\($0)" } ?? ""), .headerHost))
        }
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

    /// The domain of the partition that a region belongs to.
    private static func suffix(of region: String) -> String {
        if region.hasPrefix("cn-") { return "amazonaws.com.cn" }
        return region.hasPrefix("eusc-") ? "amazonaws.eu" : "amazonaws.com"
    }

    /// The endpoints of Bedrock in every region ("Amazon Bedrock endpoints and quotas" in the AWS General Reference), what a
    /// proxy says that it was asked for, and the machine itself, in front of which a request is often signed.
    private static func others(_ facts: RequestFacts) -> [String] {
        var hosts = facts.forwardedHosts + ["localhost", "127.0.0.1", "[::1]"]
        let regions = facts.likelyRegions + AWSRegions.all.filter { !facts.likelyRegions.contains($0) }
        for region in regions {
            let isLikely = facts.likelyRegions.contains(region)
            let suffix = suffix(of: region)
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
                "bedrock-runtime.\(region).api.aws", "bedrock-mantle.\(region).api.aws",
            ]
        }
        return hosts
    }
}
