import Codes
import SigV4

/// What stood before the path, or stands before it now: prefixes that gateways add and take away, a whole URL.
enum PathEnds {
    static func all(_ path: PathModel, _ facts: RequestFacts) -> [Mistake] {
        forwarded(path, facts) + withoutPrefix(path) + withPrefix(path) + urls(facts.host) + letters
    }

    private static func mistake(
        at place: FaultPlace, _ words: String, _ reach: Mistake.Reach, _ sent: [UInt8]
    ) -> Mistake {
        PathMistakes.mistake(.pathPrefix, at: place, words, .pathEnds, reach) { $0.sent = sent }
    }

    /// The path in small letters, as servers that take no account of case keep it.
    private static let letters = [
        PathMistakes.mistake(.pathRawSign, at: .inProcess, "the path in small letters", .pathText) {
            $0.lowersLine = true
        }
    ]

    /// What a proxy says that it was asked for.
    private static func forwarded(_ path: PathModel, _ facts: RequestFacts) -> [Mistake] {
        facts.forwardedPaths.filter { !$0.isEmpty }.flatMap { forwarded -> [Mistake] in
            var prefix = forwarded
            while prefix.hasSuffix("/") { prefix.removeLast() }
            if !prefix.hasPrefix("/") { prefix = "/" + prefix }
            let whole = Array(prefix.utf8)
            return [
                mistake(
                    at: .inFlight, "the path '\(VisibleBytes.text(whole))', as a proxy reports it", .triples, whole),
                mistake(
                    at: .inFlight, "the path with '\(VisibleBytes.text(whole))' before it, as a proxy reports it",
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

    /// What gateways put before a path by their documentation.
    ///
    /// LiteLLM's pass-through (docs.litellm.ai/docs/pass_through), Cloudflare's AI Gateway
    /// (developers.cloudflare.com/ai-gateway), the stages of API Gateway's examples, the version of an interface. Other
    /// prefixes are found where a proxy says them, in `X-Forwarded-Prefix` and its like.
    private static let published = ["bedrock", "aws-bedrock", "v1", "prod", "dev"]

    private static func withPrefix(_ path: PathModel) -> [Mistake] {
        published.map { prefix in
            mistake(
                at: .inFlight, "the path with '/\(prefix)' before it", .pairs, Array("/\(prefix)".utf8) + path.sent)
        }
    }

    private static func urls(_ host: String) -> [Mistake] {
        ["https://", "http://"].map { scheme in
            PathMistakes.mistake(.pathPrefix, "the whole URL in place of the path", .pathEnds, .pairs) {
                $0.prefix = Array((scheme + host).utf8)
            }
        }
    }
}
