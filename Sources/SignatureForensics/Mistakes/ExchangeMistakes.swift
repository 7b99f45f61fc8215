import Codes
import SigV4

/// Signatures that belong to another request of the same exchange: the first hop of a redirect, the first attempt.
enum ExchangeMistakes {
    static func all(
        _ model: SignerModel, _ facts: RequestFacts, _ claim: ClaimedSignature, _ rules: ServiceRules
    ) -> [Mistake] {
        facts.earlier.flatMap { earlier -> [Mistake] in
            guard ClaimedSignature(earlier)?.signature == claim.signature else { return [] }
            let old = SignerModel(earlier, claim, rules, secret: nil)
            let host = model.headers.entries.firstIndex { $0.lowerName.elementsEqual("host".utf8) }
            let oldHost = old.headers.entries.first { $0.lowerName.elementsEqual("host".utf8) }?.canonical
            var knobs: Knobs = [.pathText, .pathCoding, .pathEnds, .queryPresence, .queryCoding]
            if let host { knobs.formUnion(.header(host)) }
            return [
                Mistake(
                    .redirectFollowed, at: .inProcess, "the host and path of the request before the redirect", knobs,
                    [.target, .headers], .triples
                ) {
                    $0.path = old.path
                    $0.query = old.query
                    if let host, let oldHost { $0.headers.entries[host].replacement = oldHost }
                }
            ]
        }
    }
}
