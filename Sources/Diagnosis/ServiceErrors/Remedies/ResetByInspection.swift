import Evidence
import Report

extension FailedCall {
    /// A connection that an inspection resets although its certificate is trusted, of a client that speaks HTTP/2.
    ///
    /// Source: <https://github.com/aws/aws-sdk-js-v3/blob/main/clients/client-bedrock-runtime/src/runtimeConfig.ts> (NodeHttp2Handler).
    var resetByInspection: Remedy? {
        let lower = String(shown.prefix(32_768)).lowercased()
        let isInspected = [
            "zscaler", "netskope", "tls inspection", "ssl inspection", "corporate proxy", "company proxy",
        ]
        .contains(where: lower.contains)
        let isNode =
            language == .node || lower.contains("econnreset") && [.cline, .claudeCode].contains(scene.program)
        guard isInspected, isNode else { return nil }
        return Remedy(
            """
            Have the host bedrock-runtime.REGION.amazonaws.com exempted from the inspection, or let the client speak HTTP/1.1: AWS's SDK for JavaScript speaks HTTP/2 to Bedrock, the AWS CLI HTTP/1.1, and an inspection that does not pass HTTP/2 on resets the connection, \
            whatever authorities are trusted. In code that is requestHandler: new NodeHttpHandler() of @smithy/node-http-handler; a program that does not let you choose takes its own setting for a proxy or HTTP/1.1, or another version.
            """
        ).about(.instruction)
    }
}
