import Report

/// What to do about an Authorization header that AWS could not read: which part it is, and how it should read.
///
/// By the service's own sentences (IAM User Guide, "Troubleshoot Signature Version 4 requests"; AWS's common errors).
struct IncompleteSignatureRemedies {
    let message: String

    private static let form =
        "AWS4-HMAC-SHA256 Credential=KEYID/20260131/us-east-1/bedrock/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=64 hexadecimal digits"

    /// The sentences, one for each part that the message names; a general one when it names none.
    var texts: [String] {
        let lower = message.lowercased()
        var texts: [String] = []
        if lower.contains("'x-amz-date' or a 'date' header") {
            texts.append(
                "No signing time arrived: send X-Amz-Date in the form 20260131T120000Z, in UTC, and sign it.")
        }
        let missing = ["credential", "signedheaders", "signature"].filter {
            lower.contains("requires '\($0)' parameter")
        }
        if !missing.isEmpty {
            let names = ["credential": "Credential", "signedheaders": "SignedHeaders", "signature": "Signature"]
            let words = Enumeration.words(missing.compactMap { names[$0] })
            texts.append(
                "\(words) \(missing.count == 1 ? "is" : "are") not found in the header. If \(missing.count == 1 ? "it is" : "they are") there, the comma before it is missing: the parts are separated by a comma and a space. It should read: \(Self.form)."
            )
        }
        if lower.contains("missing equal-sign") || lower.contains("invalid key=value pair") {
            texts.append(
                "Between two commas stands something without an equal sign. The names in SignedHeaders are separated by semicolons, not by commas (host;x-amz-date), and only the three parts by commas."
            )
        }
        if lower.contains("slash-delimited") {
            texts.append(
                "Credential has five parts with slashes between them: key id, date of eight digits, region, bedrock, aws4_request. A key id with a slash in it may be the secret."
            )
        }
        if lower.contains("unsupported aws 'algorithm'") || lower.contains("requires an algorithm") {
            texts.append("The header begins with AWS4-HMAC-SHA256, in capitals, and one space.")
        }
        if lower.contains("iso-8601 'basic format'") {
            texts.append("X-Amz-Date has the form 20260131T120000Z: no hyphens, no colons, no fractions, UTC.")
        }
        if lower.contains("must be a 'signedheader'") {
            texts.append("host must be among the SignedHeaders: every signature covers it.")
        }
        if lower.contains("list of header names") {
            texts.append("SignedHeaders is a list of header names in small letters with semicolons between them.")
        }
        return texts.isEmpty ? ["The Authorization header cannot be read. It should read: \(Self.form)."] : texts
    }
}
