import Conformance
import JSONText

/// A file of vectors with one test of each kind, to be changed by tests of the loader and the runner.
enum ExampleVectors {
    static func file(_ text: String, path: String = "vectors/example.json") -> InputFile {
        InputFile(path: path, bytes: Array(text.utf8))
    }

    /// The file with a piece of its text exchanged.
    static func changed(_ piece: String, to other: String) -> InputFile {
        precondition(text.contains(piece), "the example has no \(piece)")
        return file(text.replacing(piece, with: other, maxReplacements: 1))
    }

    /// `converse-colon-encoded` and a request without authorization.
    static let text = """
        {
          "schema": "sigv4-vectors/1",
          "source": {"name": "botocore", "version": "1.43.11"},
          "numberOfTests": 2,
          "notes": {"path-colon": "A colon in a model id."},
          "groups": [
            {"name": "one", "kind": "signing", "tests": [
              {"id": "signing-one", "comment": "A colon.", "flags": ["path-colon"], "result": "valid",
               "request": {"method": "GET", "target": "/a:b", "headers": [["Host", "example.com"]]},
               "credentials": {"accessKeyId": "AKIDEXAMPLE",
                               "secretAccessKey": "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"},
               "time": "20260102T030405Z", "region": "us-east-1", "service": "bedrock",
               "expected": {
                 "canonicalRequest": ["GET", "/a%3Ab", "", "host:example.com", "x-amz-date:20260102T030405Z", "",
                                      "host;x-amz-date",
                                      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
                 "stringToSign": ["AWS4-HMAC-SHA256", "20260102T030405Z", "20260102/us-east-1/bedrock/aws4_request",
                                  "\(hash)"],
                 "signature": "\(signature)",
                 "authorization": "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260102/us-east-1/bedrock/aws4_request, \
        SignedHeaders=host;x-amz-date, Signature=\(signature)"}}]},
            {"name": "two", "kind": "verification", "tests": [
              {"id": "verification-one", "comment": "No signature.", "flags": [], "result": "invalid",
               "request": {"method": "GET", "target": "/", "headers": [["Host", "example.com"]], "body": {"hex": "00ff"}},
               "credentials": {"accessKeyId": "AKIDEXAMPLE", "secretAccessKey": "secret"},
               "now": "20260102T030405Z", "region": "us-east-1", "service": "bedrock",
               "expected": {"refusal": "missing-authorization"}}]}
          ]
        }
        """

    // Made with botocore 1.43.11.
    static let hash = "5f30eb77182022907249dec39b679cfdb7d19b7302c24c612fdcbd6755347f7a"
    static let signature = "1c6ea08dec574a2300592b0dd0fcabaa0e4329b27cc391de84accf8f6fb29869"
}

extension InputFile {
    /// `line:column` of the first place where a text stands in the file.
    func place(of text: String) -> String? {
        guard let range = bytes.firstRange(of: Array(text.utf8)) else { return nil }
        let position = JSONPosition(offset: range.lowerBound, in: bytes.span)
        return "\(position.line):\(position.column)"
    }
}
