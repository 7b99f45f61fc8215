import Codes
import MockBedrock
import Report
import SignatureForensics

/// A handshake of TLS that failed at the mock server, in the terms of the report.
enum FailedHandshake {
    /// - Parameter count: How often it came.
    static func finding(_ failure: HandshakeFailure, count: Int = 1) -> Finding {
        Finding(
            code: failure.code, check: .client, status: .fail, title: title(failure.code),
            detail: failure.summary + (count > 1 ? " It came \(count) times." : ""), where: .client,
            confidence: confidence(failure.confidence), remedies: [Remedy(failure.advice)])
    }

    /// What the code is called from the server's side of the connection.
    private static func title(_ code: FindingCode) -> String {
        switch code {
        case .networkCertificateUntrusted: "The client does not trust the server's certificate"
        case .networkCertificateWrongHost: "The client calls the server by a name that its certificate lacks"
        case .networkCertificateTime: "By the client's clock the server's certificate is not valid"
        default: "Client and server could not set up TLS"
        }
    }

    private static func confidence(_ confidence: CauseConfidence) -> Confidence {
        switch confidence {
        case .proven, .certain: .certain
        case .likely: .likely
        case .possible: .possible
        }
    }
}
