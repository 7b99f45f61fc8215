extension TrailEvent {
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
