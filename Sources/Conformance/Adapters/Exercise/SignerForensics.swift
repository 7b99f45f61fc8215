import Codes
import SigV4
package import SignatureForensics

/// Names the mistake behind a wrong signature of somebody else's signer.
package struct SignerForensics: Sendable {
    private let examiner: SignatureExaminer
    private let begin: @Sendable () -> @Sendable () -> Bool

    /// - Parameter begin: Begins a search; what it gives says whether the search must end.
    package init(_ examiner: SignatureExaminer, begin: @escaping @Sendable () -> @Sendable () -> Bool) {
        self.examiner = examiner
        self.begin = begin
    }

    /// The cause of a refusal; nil if none is known.
    ///
    /// The forensics know the rules of Bedrock. A signature by the rules of S3, or one that leaves the token out as it
    /// should, would be blamed for them.
    func cause(_ vector: SigningCase, _ request: WireRequest, _ refusal: SignatureRefusal, _ answer: SignerAnswer)
        -> CauseFinding?
    {
        let options = vector.parameters.options
        guard options.uriEncoding == .double, options.pathNormalization == .on, vector.payload == .hashed,
            options.sessionToken == .signed
        else { return nil }
        let report = examiner.examine(
            ForensicCase(
                request: request.signable(),
                client: answer.canonicalRequest.map { text in
                    SignedTexts(
                        canonicalRequest: CanonicalRequest(bytes: text),
                        stringToSign: answer.stringToSign.map { StringToSign(bytes: $0) })
                },
                credentials: [vector.parameters.credentials], regions: [vector.parameters.region],
                service: vector.parameters.service, receivedAt: vector.parameters.time, refusal: refusal),
            isCancelled: begin())
        // Nothing lies between a signer and its judge that could change a request.
        return report.findings.first {
            $0.cause != .signatureMismatch && $0.confidence != .possible && $0.place != .inFlight
        }
    }
}
