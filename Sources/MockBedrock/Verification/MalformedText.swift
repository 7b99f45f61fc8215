import Recordings
import SigV4
import WireText

/// The service's words for an authorization that cannot be understood.
struct MalformedText {
    let fault: MalformedAuthorization
    let request: SignableRequest

    var message: String {
        switch fault {
        case .empty: "Authorization header cannot be empty."
        case .repeatedHeader: "Authorization header must be sent once. \(fingerprint)"
        case .bothForms: "Only one of Authorization header and query-string signature may be sent."
        case .unsupportedAlgorithm(let name): "Unsupported AWS 'algorithm': '\(name ?? "unknown")'."
        case .missing(let parts): missing(parts)
        case .pairWithoutEqualSign:
            "Invalid key=value pair (missing equal-sign) in Authorization header "
                + "(hashed with SHA-256 and encoded with Base64): '\(hash)'."
        case .repeatedPart(let name): "'\(name)' must be given once."
        case .credential(let parts):
            "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, "
                + "got \(parts)."
        case .signedHeaders: "SignedHeaders must be a list of header names separated by semicolons."
        case .date(let text):
            "Date must be in ISO-8601 'basic format'. Got '\(text.prefix(64))'. "
                + "See http://en.wikipedia.org/wiki/ISO_8601"
        case .expires: "X-Amz-Expires must be a number of seconds, and at most 604800."
        }
    }

    private func missing(_ parts: [MalformedAuthorization.Part]) -> String {
        if authorization == nil {
            let names = parts.map { part in
                switch part {
                case .credential: "'X-Amz-Credential'"
                case .signedHeaders: "'X-Amz-SignedHeaders'"
                case .signature: "'X-Amz-Signature'"
                case .date: "'X-Amz-Date'"
                case .algorithm: "'X-Amz-Algorithm'"
                }
            }
            return names.map { "AWS query-string parameters must include \($0). " }.joined()
                + "Re-examine the query-string parameters."
        }
        let sentences = parts.map { part in
            switch part {
            case .credential: "Authorization header requires 'Credential' parameter. "
            case .signature: "Authorization header requires 'Signature' parameter. "
            case .signedHeaders: "Authorization header requires 'SignedHeaders' parameter. "
            case .date:
                "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. "
            case .algorithm: "Authorization header requires an algorithm. "
            }
        }
        return sentences.joined() + fingerprint
    }

    private var authorization: [UInt8]? { request.values(of: "authorization").first }

    /// The service shows a hash of the header, so that a client can tell whether it arrived as sent without the
    /// header being shown.
    private var fingerprint: String { "(Hashed with SHA-256 and encoded with Base64) Authorization=\(hash)" }

    private var hash: String { Base64.text(SHA256Digest.hash(authorization ?? []).bytes) }
}
