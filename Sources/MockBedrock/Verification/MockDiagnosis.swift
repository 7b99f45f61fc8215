import Codes
import SigV4
import SignatureForensics

/// What the examination of a refused request may look at.
///
/// It holds the secret; what comes out of it are causes and sentences, never values.
struct MockDiagnosisInput: Sendable {
    /// The request as received, byte for byte.
    let request: SignableRequest
    /// Why it was refused; nil for a bearer token, which no signature is in.
    let refusal: SignatureRefusal?
    /// The stored credential of the access key id in the request, if there is one.
    let credential: MockCredential?
    /// The regions that the endpoint serves.
    let regions: Set<String>
    /// The simulated time of the request.
    let now: SigningTime

    /// Whether the signature itself was refused.
    var isMismatch: Bool {
        if case .mismatch? = refusal?.reason { true } else { false }
    }

    /// The causes of the refusal, the decisive one first, and what the client signed where that was made again.
    ///
    /// A refusal with a reason of its own needs no guess beside it: what is only possible is reported for a mismatch alone.
    func examined(
        _ examiner: SignatureExaminer, isCancelled: @escaping @Sendable () -> Bool = { false }
    ) -> (causes: [CauseFinding], signed: SignedTexts?) {
        let stored = credential.map {
            SigningCredentials(
                accessKeyID: $0.accessKeyID, secretAccessKey: $0.secretAccessKey, sessionToken: $0.sessionToken)
        }
        let report = examiner.examine(
            ForensicCase(
                request: request, credentials: stored.map { [$0] } ?? [], regions: regions, receivedAt: now,
                refusal: refusal), isCancelled: isCancelled)
        let isMismatch = isMismatch
        // An unknown key id has no cause but that other credentials were used than intended, if it has one.
        let named = report.findings.filter {
            $0.cause != .signatureMismatch
                && (isMismatch || $0.confidence != .possible || $0.cause == .environmentOverride)
        }
        // What has no code of its own, a mistake or that none was found, stands behind what has one.
        let mismatch = report.findings.filter { $0.cause == .signatureMismatch && isMismatch }
        return (
            named.filter { $0.confidence != .possible } + mismatch + named.filter { $0.confidence == .possible },
            report.reproduced
        )
    }
}
