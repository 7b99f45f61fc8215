import Codes
import Diagnosis
import Evidence
import Report
import Testing

private func explained(_ text: String) throws -> Finding {
    let input = try ReadInput(Array(text.utf8), name: "standard input")
    return try #require(Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings.first)
}

private func refusal(_ place: String) -> String {
    "\(place) An error occurred (InvalidClientTokenId) when calling the ListClusters operation: The security token included in the request is invalid."
}

/// Keys that are unknown in some regions only are not the fault.
@Suite struct FailingRegionsTests {
    @Test(
        arguments: [
            (refusal("ERROR il-central-1:") + "\n" + refusal("ERROR me-south-1:"), "il-central-1 and me-south-1"),
            (
                "us-east-1: 41 clusters, done\neu-west-1: 12 clusters, done\n" + refusal("ap-east-1:"),
                "taken in eu-west-1"
            ),
            ("done region eu-west-3\nstart region eu-south-1\n" + refusal("Error:"), "Leave eu-south-1 out"),
        ])
    func `regions that must be enabled are named where they alone refuse`(text: String, words: String) throws {
        let finding = try explained(text)
        #expect(finding.code == .regionNotOptedIn)
        #expect(finding.remedies.first?.text.contains(words) ?? false, "\(finding.remedies)")
    }

    @Test(
        arguments: [
            refusal("us-east-1") + "\n" + refusal("eu-west-1") + "\n" + refusal("ap-east-1"),
            "Our regions are us-east-1, us-west-2 and eu-west-1.\n" + refusal("2026-03-01T10:00:00"),
            "The tool was made for us-east-1, eu-west-1 and ap-east-1. I run only us-east-1 now.\n"
                + refusal("2026-03-01T10:00:00"),
            refusal("me-central-1:") + "\n" + refusal("me-south-1:")
                + "\nI rotated my keys this morning, before that both regions worked.",
        ])
    func `keys that are refused in a usual region are looked at first`(text: String) throws {
        let finding = try explained(text)
        #expect(finding.code == .tokenInvalid)
        #expect(!finding.remedies.contains { $0.text.hasPrefix("Leave") })
    }

    @Test func `regions that refuse without one that takes the keys prove nothing`() throws {
        let finding = try explained(refusal("il-central-1:") + "\n" + refusal("me-south-1:"))
        #expect(finding.confidence == .possible)
        #expect(!finding.remedies.contains { $0.text.contains("New keys change nothing") })
    }

    @Test func `regions of other partitions in a list are told apart from disabled ones`() throws {
        let first = try explained(
            "scan --regions us-east-1 eu-west-1 ap-east-1 cn-north-1 us-gov-west-1\n" + refusal("2026-03-01T10:00:00")
        ).remedies.first?.text
        #expect(first?.contains("cn-north-1 and us-gov-west-1 belong to another partition") ?? false)
        #expect(first?.contains("ap-east-1 has to be enabled") ?? false)
    }

    @Test func `a role's session in such a region comes from a regional endpoint`() throws {
        let first = try explained(
            """
            [profile work]
            role_arn = arn:aws:iam::123456789012:role/work
            source_profile = default

            deploy --region eu-south-1
            InvalidClientTokenId: The security token included in the request is invalid
            """
        ).remedies.first
        #expect(first?.command == "export AWS_STS_REGIONAL_ENDPOINTS=regional")
    }
}

/// A plain answer that a decoder of event streams was given.
@Suite struct TextForEventsTests {
    @Test(
        arguments: [
            "botocore.eventstream.ChecksumMismatch: Checksum mismatch: expected 0x3a22636c, calculated 0x85428ad2",
            "botocore.eventstream.InvalidPayloadLength: Received payload length of 1684108385 exceeded the maximum allowed length of 16777216",
            "Error: The prelude checksum specified in the message (577526055) does not match the calculated CRC32 checksum (1894113040).",
        ])
    func `four letters in place of a checksum are no damage`(text: String) throws {
        let finding = try explained(text)
        #expect(finding.code == .answerUnreadable)
        #expect(finding.remedies.first?.text.contains("without streaming") ?? false)
    }

    @Test(
        arguments: [
            "botocore.eventstream.ChecksumMismatch: Checksum mismatch: expected 0x90a1b2c3, calculated 0x85428ad2",
            "Error: The message checksum (3221225999) did not match the expected value of 2863311530",
        ])
    func `a number that is no text is damage`(text: String) throws {
        #expect(try explained(text).code == .streamDamaged)
    }
}

/// What OpenTelemetry could not hand on is no call of a model.
@Suite struct TelemetryExportTests {
    @Test(
        arguments: [
            "Exception while exporting Span batch.\nurllib3.exceptions.MaxRetryError: HTTPConnectionPool(host='localhost', port=4318): Max retries exceeded with url: /v1/traces (Caused by NewConnectionError('<urllib3.connection.HTTPConnection object at 0x10>: Failed to establish a new connection: [Errno 111] Connection refused'))",
            "traces export: Post \"http://otel-collector:4318/v1/traces\": dial tcp 10.0.0.7:4318: connect: connection refused",
        ])
    func `a collector that is not there is named`(text: String) throws {
        let finding = try explained(text)
        #expect(finding.title.contains("telemetry"))
        #expect(finding.remedies.first?.text.contains("OTEL_SDK_DISABLED") ?? false)
    }

    @Test(
        arguments: [
            """
            opentelemetry-instrument python app.py
            botocore.exceptions.EndpointConnectionError: Could not connect to the endpoint URL: "https://bedrock-runtime.us-east-1.amazonaws.com/model/amazon.nova-micro-v1%3A0/converse"
            """,
            #"Connect timeout on endpoint URL: "https://bedrock-runtime.us-east-1.amazonaws.com/model/amazon.nova-micro-v1%3A0/converse" connection 10.2.3.4:43181"#,
            """
            WARNING opentelemetry.exporter.otlp Overriding of current TracerProvider is not allowed
            Error: connect ETIMEDOUT 10.1.2.3:443
            """,
        ])
    func `an endpoint that is not the collector's stays the failure`(text: String) throws {
        let finding = try explained(text)
        #expect(!finding.title.contains("telemetry"))
    }

    @Test func `a place that a line denies is not where the program runs`() throws {
        let finding = try explained(
            """
            AwsEcsResourceDetector failed: Missing ECS_CONTAINER_METADATA_URI therefore process is not on ECS.
            botocore.exceptions.NoCredentialsError: Unable to locate credentials
            """)
        #expect(finding.code == .credentialsMissing)
        #expect(!finding.remedies.contains { $0.command?.contains("aws ecs") ?? false })
    }
}
