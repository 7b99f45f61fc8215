import NetworkTerms

extension CertificateProblem {
    /// Reads OpenSSL's verification result (`X509_V_ERR_*` in x509_vfy.h) and curl's text.
    init(verifyResult: Int, text: String) {
        switch verifyResult {
        case 9: self = .notYetValid
        case 10: self = .expired
        case 18, 19: self = .selfSigned
        case 2, 20, 21, 27: self = .unknownIssuer
        case 23: self = .revoked
        case 62, 64: self = .wrongHost
        default: self = Self(text: text)
        }
    }

    /// Reads the words of the TLS libraries (OpenSSL, GnuTLS) that give no number, and curl's own host check.
    private init(text: String) {
        let words = text.lowercased()
        self =
            if words.contains("not yet valid") || words.contains("not yet activated") {
                .notYetValid
            } else if words.contains("expired") {
                .expired
            } else if words.contains("subject name") || words.contains("does not match") {
                .wrongHost
            } else if words.contains("self-signed") || words.contains("self signed") {
                .selfSigned
            } else if words.contains("issuer") {
                .unknownIssuer
            } else {
                .other
            }
    }
}
