import Codes

/// The rule that a mistake without a code of its own breaks, as what to do instead.
///
/// Source: "Create a signed AWS API request", IAM guide.
enum RuleOfForm {
    /// What to do about a path at a service that keeps it as it is sent; nil elsewhere, where the cause's own words hold.
    static func fix(_ cause: FindingCode, _ path: PathModel) -> String? {
        guard path.keepsEscapes, [.pathDouble, .pathNorm, .pathColon, .pathARN].contains(cause) else { return nil }
        return
            "Sign the path as it is sent, each segment percent-encoded once: S3 encodes it no second time and resolves no dots."
    }

    /// The rule for the part of a signature that is made otherwise.
    static func fix(_ sections: SignerModel.Sections) -> String {
        if sections.contains(.text) {
            return """
                Join four lines with single line feeds and end without one: AWS4-HMAC-SHA256, the time, the scope, and the \
                SHA-256 of the canonical request in small hexadecimal digits.
                """
        }
        if sections.contains(.key) {
            return """
                Derive the key as a chain of HMACs: 'AWS4' and the secret, then date, region, service, 'aws4_request'.
                """
        }
        if sections.contains(.headers) {
            return """
                Write each signed header as 'name:value', the name in small letters and the value as sent; then an empty \
                line, then the names joined with semicolons.
                """
        }
        if sections.contains(.payload) {
            return "End the canonical request with the SHA-256 of the body's bytes in small hexadecimal digits."
        }
        return "Begin the canonical request with the method as it is sent, in capitals, then the path, then the query."
    }
}
