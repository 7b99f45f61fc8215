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

    /// Reads an event out of its members, whatever a query called its columns; `nil` when they are of something else.
    init?(_ fields: TrailFields) {
        guard let name = fields["eventName"], !name.contains(where: \.isWhitespace),
            ["eventSource", "errorCode", "awsRegion", "errorMessage"].contains(where: fields.has)
        else { return nil }
        self.name = name
        time = fields["eventTime"] ?? fields["timestamp"]
        source = fields["eventSource"]
        region = fields["awsRegion"]
        errorCode = fields["errorCode"]
        errorMessage = fields["errorMessage"] ?? fields["responseElements.body.error.message"]
        status = fields["responseElements.statusCode"].flatMap { Int($0) }
        model = fields["requestParameters.modelId"] ?? fields["modelId"] ?? fields["requestParameters.modelIdentifier"]
        host = fields["tlsDetails.clientProvidedHostHeader"] ?? fields["clientProvidedHostHeader"]
        userAgent = fields["userAgent"]
        principal = fields["userIdentity.arn"] ?? fields["arn"]
        sourceAddress = fields["sourceIPAddress"]
        endpointID = fields["vpcEndpointId"]
        requestID = fields["requestID"]
    }
}
