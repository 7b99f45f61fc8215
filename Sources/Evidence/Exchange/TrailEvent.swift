/// One call as CloudTrail recorded it, from an event or from a row of a query over events.
///
/// Source: <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html>.
package struct TrailEvent: Sendable, Hashable {
    /// `2026-05-06T20:15:00Z`, as written.
    package var time: String?

    /// `bedrock.amazonaws.com`: the service, without a region.
    package var source: String?

    /// The operation.
    package var name: String
    package var region: String?

    /// `nil` for a call that was answered without an error.
    package var errorCode: String?
    package var errorMessage: String?

    /// `requestParameters.modelId`.
    package var model: String?

    /// The host that the client called, from `tlsDetails.clientProvidedHostHeader`.
    package var host: String?
    package var userAgent: String?

    /// The ARN of `userIdentity`.
    package var principal: String?
    package var sourceAddress: String?
    package var endpointID: String?
    package var requestID: String?

    /// The status of an answer that the event holds itself, as those of AgentCore's gateways do.
    package var status: Int?

    /// Whether CloudTrail recorded a failure.
    package var failed: Bool { errorCode != nil || errorMessage != nil || (status ?? 0) >= 400 }
}
