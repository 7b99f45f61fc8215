/// Output of real clients against a mock server, cut to the lines that matter; key and token are of no account.
package enum LogSamples {
    package static let token = "FwoGZXIvYXdzEJrTOKENTOKENTOKENTOKEN"
    package static let path = "/model/amazon.nova-micro-v1%3A0/converse"
    package static let body = #"{"messages": [{"role": "user", "content": [{"text": "it's Zürich"}]}]}"#

    package static let canonical = """
        POST
        /model/amazon.nova-micro-v1%253A0/converse

        content-type:application/json
        host:127.0.0.1:34429
        x-amz-date:20261124T202644Z

        content-type;host;x-amz-date
        23aab397f4d1f51b8846a1cea8ead51c4766038fe8b80730645a50f05af4d41e
        """

    package static let stringToSign = """
        AWS4-HMAC-SHA256
        20261124T202644Z
        20261124/us-east-1/bedrock/aws4_request
        fcabb34f17d8f14225997cc26cf0e3bde4c50e9471ca85458a15242fca6f77ec
        """

    package static let signature = "dee437d168c5410a3a38b35e35a0ac6c086af7e92a4012d4ae963cab29bce8e5"

    package static let authorization =
        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261124/us-east-1/bedrock/aws4_request, "
        + "SignedHeaders=content-type;host;x-amz-date, Signature=" + signature

    package static let mismatch =
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access "
        + "Key and signing method. Consult the service documentation for details.\n\nThe Canonical String for this "
        + "request should have been\n'\(canonical)'\n\nThe String-to-Sign should have been\n'\(stringToSign)'\n"

    /// The body of the refusal, as JSON.
    package static let refusal =
        #"{"message":""# + mismatch.replacing("\n", with: "\\n") + #""}"#

    /// The lines of one attempt of botocore, each record behind `prefix`.
    package static func botocore(_ prefix: (String) -> String) -> String {
        let dictionary =
            "{'url_path': '\(path)', 'query_string': {}, 'method': 'POST', 'headers': {'Content-Type': "
            + "'application/json'}, 'body': b'{\"messages\": [{\"role\": \"user\", \"content\": [{\"text\": "
            + "\"it\\'s Z\\xc3\\xbcrich\"}]}]}', 'auth_path': None, 'url': 'http://127.0.0.1:34429\(path)', "
            + "'context': {'client_region': 'us-east-1', 'auth_type': 'v4'}}"
        let literal = refusal.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
        return [
            prefix("botocore.endpoint")
                + "Making request for OperationModel(name=Converse) with params: \(dictionary)",
            prefix("botocore.auth") + "Calculating signature using v4 auth.",
            prefix("botocore.auth") + "CanonicalRequest:\n\(canonical)",
            prefix("botocore.auth") + "StringToSign:\n\(stringToSign)",
            prefix("botocore.auth") + "Signature:\n\(signature)",
            prefix("botocore.endpoint")
                + "Sending http request: <AWSPreparedRequest stream_output=False, method=POST, "
                + "url=http://127.0.0.1:34429\(path), headers={'Content-Type': b'application/json', 'X-Amz-Date': "
                + "b'20261124T202644Z', 'X-Amz-Security-Token': b'\(token)', 'Authorization': b'\(authorization)', "
                + "'Content-Length': '71'}>",
            prefix("urllib3.connectionpool") + "Starting new HTTP connection (1): 127.0.0.1:34429",
            prefix("urllib3.connectionpool") + "http://127.0.0.1:34429 \"POST \(path) HTTP/1.1\" 403 670",
            prefix("botocore.parsers")
                + "Response headers: {'Date': 'Tue, 24 Nov 2026 20:26:44 GMT', 'x-amzn-ErrorType': "
                + "'InvalidSignatureException:http://internal.amazon.com/coral/com.amazon.coral.service/'}",
            prefix("botocore.parsers") + "Response body:\nb'\(literal)'",
            prefix("botocore.retryhandler") + "No retry needed.",
        ].joined(separator: "\n") + "\n"
    }

    package static let curlVerbose = """
        *   Trying 127.0.0.1:34429...
        * Connected to 127.0.0.1 (127.0.0.1) port 34429 (#0)
        > POST \(path) HTTP/1.1
        > Host: 127.0.0.1:34429
        > Authorization: \(authorization)
        > X-Amz-Date: 20261124T202644Z
        > Content-Length: 56
        >
        } [56 bytes data]
        < HTTP/1.1 403 Forbidden
        < x-amzn-ErrorType: InvalidSignatureException
        <
        { [670 bytes data]
        \(refusal)* Connection #0 to host 127.0.0.1 left intact

        """

    /// The same bytes as `curl --trace` or `--trace-ascii` shows them.
    package static func curlTrace(ascii: Bool, prefix: String = "") -> String {
        let head = "POST \(path) HTTP/1.1\r\nHost: 127.0.0.1:34429\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
        var text = "\(prefix)== Info:   Trying 127.0.0.1:34429...\n"
        text += "\(prefix)=> Send header, \(head.utf8.count) bytes (0x1)\n" + rows(Array(head.utf8), ascii)
        text += "\(prefix)=> Send data, \(body.utf8.count) bytes (0x1)\n" + rows(Array(body.utf8), ascii)
        for line in ["HTTP/1.1 403 Forbidden\r\n", "x-amzn-ErrorType: InvalidSignatureException\r\n", "\r\n"] {
            text += "\(prefix)<= Recv header, \(line.utf8.count) bytes (0x1)\n" + rows(Array(line.utf8), ascii)
        }
        text += "\(prefix)<= Recv data, \(refusal.utf8.count) bytes (0x1)\n" + rows(Array(refusal.utf8), ascii)
        return text + "\(prefix)== Info: Connection #0 to host 127.0.0.1 left intact\n"
    }

    /// curl's own way of writing rows (src/tool_cb_dbg.c): 64 characters of text, or 16 bytes in hexadecimal.
    private static func rows(_ bytes: [UInt8], _ ascii: Bool) -> String {
        let width = ascii ? 64 : 16
        var text = ""
        var index = 0
        while index < bytes.count {
            text += hex(index, 4) + ": "
            if !ascii {
                for column in 0..<width {
                    text += index + column < bytes.count ? hex(Int(bytes[index + column]), 2) + " " : "   "
                }
            }
            var column = 0
            var skipped = 0
            while column < width, index + column < bytes.count {
                if ascii, bytes[(index + column)...].starts(with: [0x0D, 0x0A]) {
                    skipped = 2
                    break
                }
                let byte = bytes[index + column]
                text += (0x20..<0x80).contains(byte) ? String(UnicodeScalar(byte)) : "."
                column += 1
                if ascii, column == width, bytes[(index + column)...].starts(with: [0x0D, 0x0A]) { skipped = 2 }
            }
            index += column + skipped
            text += "\n"
        }
        return text
    }

    private static func hex(_ value: Int, _ digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
