import Evidence
import Testing

/// Lines of a program's configuration are no words of a failure, and words of a failure are no configuration.
@Suite struct ConfigurationLineTests {
    private func whole(_ text: String) -> String { ReadAnswer(ServiceAnswer(content: .message(text))).whole }

    @Test(
        arguments: [
            "    proxy_connect_timeout 300;", "proxy_set_header Host $host;", "    server 10.0.0.4:9000;",
            "location /v1 {", "resource \"aws_lambda_function\" \"chat\" {", "timeout connect 5s",
            "connect_timeout: 5s",
            "        read_timeout=300,", "maxRetries: 3,", "--connect-timeout=10", "boto3==1.34.0",
            "- langchain-aws>=0.2.1",
            "ProxyPass / http://minio:9000/", "reverse_proxy minio:9000", "header_up Host minio:9000",
            "passHostHeader: true", "http-request set-header Host minio",
            "FROM python:3.12-slim", "RUN pip install boto3", "keepalive_timeout 65;",
        ])
    func `a setting is taken out`(line: String) {
        #expect(whole("The call fails.\n\(line)\nIt is refused.") == "The call fails.\nIt is refused.")
    }

    @Test func `a builder's lines are taken out`() {
        let code = """
            BedrockRuntimeClient client = BedrockRuntimeClient.builder()
                .credentialsProvider(ProfileCredentialsProvider.create("missing"))
                .build();
            """
        #expect(whole("The call fails.\n\(code)\nIt is refused.") == "The call fails.\nIt is refused.")
    }

    @Test(
        arguments: [
            "connect timed out", "Connect timeout on endpoint URL: \"https://x\"", "timeout: the call failed",
            "status: 403",
            "proxy_connect failed: connection refused;", "requestTimeout: Error: socket hang up",
            "errorCode: AccessDenied",
            "message: Could not load credentials", "{\"timeout\": 300}", "attempts: the third one was refused",
        ])
    func `what may be of a failure stays`(line: String) {
        #expect(whole("The call fails.\n\(line)\nIt is refused;\n").contains(line))
    }

    @Test(
        arguments: [
            (
                "proxy_pass https://bedrock-runtime.eu-west-1.amazonaws.com/;",
                ProxyDirective.target("bedrock-runtime.eu-west-1.amazonaws.com")
            ),
            ("ProxyPass / http://minio:9000/", .target("minio:9000")),
            ("reverse_proxy minio:9000", .target("minio:9000")),
            ("proxy_set_header Host $http_host;", .host("$http_host")),
            ("header_up Host minio:9000", .host("minio:9000")),
            ("ProxyPreserveHost On", .ownHost), ("passHostHeader: true", .ownHost),
            ("host_rewrite_literal: bedrock.internal", .host("bedrock.internal")),
        ])
    func `a proxy's line says where to and as whom`(line: String, directive: ProxyDirective) {
        #expect(ProxyDirective(line[...]) == directive)
    }

    @Test func `a line about something else is none of a proxy's`() {
        #expect(ProxyDirective("the proxy_pass failed for host x") == nil)
    }
}
