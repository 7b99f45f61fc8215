import Codes
import SigV4

/// What stood before the path, or stands before it now: prefixes that gateways add and take away, a whole URL.
enum PathEnds {
    static func all(_ path: PathModel, _ facts: RequestFacts) -> [Mistake] {
        told(path, facts) + withoutPrefix(path) + withPrefix(path) + urls(facts.host)
    }

    private static func mistake(
        at place: FaultPlace, _ words: String, _ reach: Mistake.Reach, _ sent: [UInt8]
    ) -> Mistake {
        PathMistakes.mistake(.pathPrefix, at: place, words, .pathEnds, reach) { $0.sent = sent }
    }

    /// What a proxy says that it was asked for.
    private static func told(_ path: PathModel, _ facts: RequestFacts) -> [Mistake] {
        facts.forwardedPaths.filter { !$0.isEmpty }.flatMap { told -> [Mistake] in
            var prefix = told
            while prefix.hasSuffix("/") { prefix.removeLast() }
            if !prefix.hasPrefix("/") { prefix = "/" + prefix }
            let whole = Array(prefix.utf8)
            return [
                mistake(at: .inFlight, "the path '\(VisibleBytes.text(whole))', as a proxy tells it", .triples, whole),
                mistake(
                    at: .inFlight, "the path with '\(VisibleBytes.text(whole))' before it, as a proxy tells it",
                    .triples,
                    whole + path.sent),
            ]
        }
    }

    private static func withoutPrefix(_ path: PathModel) -> [Mistake] {
        let known = ["/model/", "/foundation-models", "/inference-profiles", "/guardrail", "/async-invoke", "/agents"]
        let cut = path.slashes.filter { $0 > 0 }.map { index in
            let rest = Array(path.sent[index...])
            let isKnown = known.contains { rest.starts(with: $0.utf8) }
            return mistake(
                at: .inFlight, "the path without '\(String(decoding: path.sent[..<index], as: UTF8.self))'",
                isKnown ? .triples : .pairs, rest)
        }
        return cut + [mistake(at: .client, "only '/', without the path", .triples, [UInt8(ascii: "/")])]
    }

    /// Words that gateways put before a path, the usual ones first.
    private static let words = [
        "bedrock", "bedrock-runtime", "aws", "aws-bedrock", "api", "v1", "proxy", "gateway", "llm", "prod", "dev",
        "stage", "staging", "test", "default", "runtime", "model-gateway", "ai", "bedrock-proxy", "prefix", "service",
        "internal", "mock", "bedrock-mock", "ai-gateway", "llm-gateway", "llm-proxy", "svc", "app", "openai", "genai",
        "us-east-1", "us-west-2", "v2", "beta", "production", "public", "private", "backend", "edge", "models",
        "invoke",
        "rest", "base", "root", "services", "amazon", "anthropic", "claude", "team", "tenant", "apis", "web",
        "inference",
        "latest", "eu-west-1", "eu-central-1", "my-proxy", "apigw", "upstream", "provider", "providers",
    ]

    private static let pairs = [
        "bedrock/v1", "v1/bedrock", "api/bedrock", "api/v1", "aws/bedrock", "proxy/bedrock", "gateway/bedrock",
        "llm/bedrock", "api/aws", "proxy/aws", "internal/bedrock", "service/bedrock", "services/bedrock",
        "prod/bedrock",
        "bedrock/us-east-1", "bedrock/us-west-2", "aws/bedrock/runtime", "ai/bedrock", "v1/aws", "api/llm",
        "api/v1/bedrock", "providers/bedrock", "v1/proxy", "api/proxy", "bedrock/runtime", "aws/bedrock-runtime",
    ]

    private static let second = [
        "bedrock", "v1", "aws", "api", "bedrock-runtime", "runtime", "v2", "us-east-1", "proxy", "prod", "llm",
        "models",
    ]

    private static func withPrefix(_ path: PathModel) -> [Mistake] {
        (words + pairs).map { prefixed(path, $0, .pairs) }
    }

    /// Two words before the path, in any usual combination.
    static func many(_ path: PathModel) -> [Mistake] {
        words.flatMap { first in second.map { prefixed(path, "\(first)/\($0)", .alone) } }
    }

    private static func prefixed(_ path: PathModel, _ prefix: String, _ reach: Mistake.Reach) -> Mistake {
        mistake(at: .inFlight, "the path with '/\(prefix)' before it", reach, Array("/\(prefix)".utf8) + path.sent)
    }

    private static func urls(_ host: String) -> [Mistake] {
        ["https://", "http://"].map { scheme in
            PathMistakes.mistake(.pathPrefix, "the whole URL in place of the path", .pathEnds, .pairs) {
                $0.prefix = Array((scheme + host).utf8)
            }
        }
    }
}
