import Codes
import Report
import SignatureForensics

/// The command to type after the cause of a wrong signature is known; it only looks.
enum SignatureCommand {
    static func next(for cause: FindingCode) -> NextStep? {
        switch cause {
        case .timeSkew: .doctor(DoctorStep("clock"))
        case .timeAged, .timeReuse, .redirectFollowed, .proxyResigned, .verifierWrong: nil
        case .keyWhitespace, .keyDecoded, .keyCut, .keyWrong, .tokenMissing, .environmentOverride: .doctor(.env)
        case .tokenStale: .shell("unset AWS_SESSION_TOKEN AWS_SECURITY_TOKEN")
        case .bearerSent: .shell("unset AWS_BEARER_TOKEN_BEDROCK")
        default: .doctor(DoctorStep("sign"))
        }
    }
}
