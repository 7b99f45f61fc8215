import Conformance
import SigV4
import WireText

/// Cases in AWS's suite layout, written from signing vectors whose expectations botocore made.
struct SuiteExample {
    var lineEnd = "\n"
    /// What stands at the end of the files with expected stages.
    var finalText = ""

    /// The files of a case in the header form.
    func files(_ vector: SigningCase, folder: String, context: String) -> [InputFile] {
        let head =
            ["\(vector.request.method) \(text(vector.request.target)) HTTP/1.1"]
            + vector.request.headers.map { "\($0.name):\($0.text)" }
        guard case .authorization(let authorization) = vector.expected.outcome else { return [] }
        let signed = head + ["X-Amz-Date:\(vector.parameters.time.amzDate)", "Authorization:\(authorization)"]
        let contents = [
            "context.json": context,
            "request.txt": joined(head) + lineEnd + text(vector.request.body),
            "header-canonical-request.txt": expected(vector.expected.canonicalRequest),
            "header-string-to-sign.txt": expected(vector.expected.stringToSign),
            "header-signature.txt": vector.expected.signature + finalText,
            "header-signed-request.txt": joined(signed) + lineEnd + text(vector.request.body),
        ]
        return contents.map { InputFile(path: "\(folder)/\($0.key)", bytes: Array($0.value.utf8)) }
    }

    private func joined(_ lines: [String]) -> String { lines.map { $0 + lineEnd }.joined() }

    private func expected(_ bytes: [UInt8]) -> String {
        text(bytes).replacing("\n", with: lineEnd) + finalText
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    /// A context for the vectors of this suite.
    static let context = """
        {"credentials": {"access_key_id": "AKIDEXAMPLE",
                         "secret_access_key": "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"},
         "expiration_in_seconds": 3600, "normalize": true, "region": "us-east-1", "service": "bedrock",
         "sign_body": false, "timestamp": "2026-01-02T03:04:05Z"}
        """
}
