import Codes
import SigV4
package import SignatureForensics
import Synchronization
import WireText

/// Names the mistake behind a wrong signature of somebody else's signer.
///
/// A search costs counts and no time, and each case has the same share of what the run may cost, whatever the others need: so
/// the same signer is told the same of the same cases, on a busy machine too.
package final class SignerForensics: Sendable {
    private let examiner: SignatureExaminer
    private let cut = Mutex(0)

    /// - Parameter budget: What each search may cost.
    package init(budget: SearchBudget) {
        examiner = SignatureExaminer(limits: budget)
    }

    /// Gives each of so many cases its share: one may try half of what a search may elsewhere, all together twice as much.
    package convenience init(cases: Int) {
        let whole = SearchBudget()
        func share(_ whole: Int) -> Int { min(whole / 2, 2 * whole / max(cases, 1)) }
        self.init(budget: SearchBudget(signatures: share(whole.signatures), bytes: share(whole.bytes)))
    }

    /// No search; what a request shows by itself is still named.
    package static var none: SignerForensics { SignerForensics(budget: SearchBudget(signatures: 0, bytes: 0)) }

    /// What a report says when searches ended before they were through; nil when none did.
    package var note: String? {
        let cut = cut.withLock { $0 }
        guard cut > 0 else { return nil }
        return """
            the search for the mistake ended before it was through in \(Counted.words(cut, "case")); of fewer cases (--run) each is \
            searched farther
            """
    }

    /// The cause of a refusal; nil if none is known.
    func cause(_ vector: SigningCase, _ request: WireRequest, _ refusal: SignatureRefusal, _ answer: SignerAnswer)
        -> CauseFinding?
    {
        let report = examiner.examine(
            ForensicCase(
                request: request.signable(),
                client: answer.canonicalRequest.map { text in
                    SignedTexts(
                        canonicalRequest: CanonicalRequest(bytes: text),
                        stringToSign: answer.stringToSign.map { StringToSign(bytes: $0) })
                },
                credentials: [vector.parameters.credentials], regions: [vector.parameters.region],
                service: vector.parameters.service, rules: rules(vector), receivedAt: vector.parameters.time,
                refusal: refusal))
        if report.reproduction == .unfinished { cut.withLock { $0 += 1 } }
        // Nothing lies between a signer and its judge that could change a request.
        return report.findings.first {
            $0.cause != .signatureMismatch && $0.confidence != .possible && $0.place != .inFlight
        }
    }

    /// The rules by which the judge verifies: a body that is not signed is declared so, and in the query form known.
    private func rules(_ vector: SigningCase) -> ServiceRules {
        let options = vector.parameters.options
        let payload: ServiceRules.PayloadLine =
            switch (vector.payload, options.location) {
            case (.hashed, _): .hashed
            case (_, .headers): .declared
            case (_, .query): .unsigned
            }
        return ServiceRules(
            uriEncoding: options.uriEncoding, pathNormalization: options.pathNormalization, payload: payload,
            sessionToken: options.sessionToken)
    }
}
