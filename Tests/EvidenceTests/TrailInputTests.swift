import Testing

@testable import Evidence

/// CloudTrail in the forms in which people have it.
@Suite struct TrailInputTests {
    private static func records(_ text: String) throws -> [TrailEvent] {
        let input = try ReadInput(Array(text.utf8), name: "x")
        #expect(input.kind == .cloudTrail)
        return input.exchanges.compactMap(\.record)
    }

    private static let event = """
        {"eventVersion":"1.11","eventTime":"2026-01-01T00:00:00Z","eventSource":"bedrock.amazonaws.com",
        "eventName":"Converse","awsRegion":"eu-west-1","errorCode":"AccessDenied","errorMessage":"No, \\"never\\".",
        "userIdentity":{"type":"AssumedRole","arn":"arn:aws:sts::123456789012:assumed-role/r/s"},
        "requestParameters":{"modelId":"eu.amazon.nova-pro-v1:0"},"vpcEndpointId":"vpce-1","sourceIPAddress":"192.0.2.1",
        "tlsDetails":{"clientProvidedHostHeader":"bedrock-runtime.eu-west-1.amazonaws.com"}}
        """

    @Test(arguments: [0, 1, 2, 3, 4])
    func `an event is read alone, in a list, as records, from lookup-events, and in lines`(form: Int) throws {
        let line = Self.event.replacing("\n", with: "")
        let quoted = line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        let text = [
            Self.event, "[\(Self.event)]", "{\"Records\":[\(Self.event)]}",
            "{\"Events\":[{\"EventName\":\"Converse\",\"CloudTrailEvent\":\"\(quoted)\"}]}", line + "\n" + line,
        ][form]
        let found = try Self.records(text)
        #expect(found.count == (form == 4 ? 2 : 1))
        let event = try #require(found.first)
        #expect(event.name == "Converse")
        #expect(event.region == "eu-west-1")
        #expect(event.errorCode == "AccessDenied")
        #expect(event.errorMessage == "No, \"never\".")
        #expect(event.model == "eu.amazon.nova-pro-v1:0")
        #expect(event.principal == "arn:aws:sts::123456789012:assumed-role/r/s")
        #expect(event.host == "bedrock-runtime.eu-west-1.amazonaws.com")
        #expect(event.endpointID == "vpce-1")
        #expect(event.failed)
    }

    @Test(arguments: [
        "\"eventtime\",\"eventname\",\"awsregion\",\"errorcode\",\"errormessage\",\"requestparameters\"\n"
            + "\"t\",\"Converse\",\"us-east-1\",\"AccessDenied\",\"no, not\",\"{\"\"modelId\"\":\"\"m.x\"\"}\"\n",
        "eventName\tawsRegion\terrorCode\terrorMessage\tmodelId\nConverse\tus-east-1\tAccessDenied\tno, not\tm.x\n",
        "eventName  awsRegion  errorCode     requestParameters.modelId  errorMessage\n"
            + "Converse   us-east-1  AccessDenied  m.x                        no, not\n",
        "| eventName | awsRegion | errorCode | errorMessage | modelId |\n|---|---|---|---|---|\n"
            + "| Converse | us-east-1 | AccessDenied | no, not | m.x |\n",
        "{\"QueryResultRows\":[[{\"eventName\":\"Converse\"},{\"awsRegion\":\"us-east-1\"},{\"errorCode\":\"AccessDenied\"},"
            + "{\"errorMessage\":\"no, not\"},{\"modelId\":\"m.x\"}]]}",
        "{\"ResultSet\":{\"Rows\":[{\"Data\":[{\"VarCharValue\":\"eventname\"},{\"VarCharValue\":\"awsregion\"},"
            + "{\"VarCharValue\":\"errorcode\"},{\"VarCharValue\":\"errormessage\"},{\"VarCharValue\":\"modelid\"}]},"
            + "{\"Data\":[{\"VarCharValue\":\"Converse\"},{\"VarCharValue\":\"us-east-1\"},{\"VarCharValue\":\"AccessDenied\"},"
            + "{\"VarCharValue\":\"no, not\"},{\"VarCharValue\":\"m.x\"}]}]}}",
    ])
    func `rows of queries are events`(text: String) throws {
        let found = try Self.records(text)
        #expect(found.count == 1)
        let event = try #require(found.first)
        #expect(
            [event.name, event.region, event.errorCode, event.errorMessage, event.model]
                == ["Converse", "us-east-1", "AccessDenied", "no, not", "m.x"])
    }

    @Test func `an event without an error is a call that went well`() throws {
        let text = """
            {"eventSource":"bedrock.amazonaws.com","eventName":"Converse","awsRegion":"us-east-1","errorCode":null}
            """
        let input = try ReadInput(Array(text.utf8), name: "x")
        #expect(input.exchanges.map(\.succeeded) == [true])
    }

    @Test(arguments: [
        "the eventName was Converse, and it failed: ValidationException: no",
        "{\"eventName\":\"click\",\"page\":\"/\"}",
    ])
    func `what only speaks of an event is none`(text: String) throws {
        #expect(try ReadInput(Array(text.utf8), name: "x").kind != .cloudTrail)
    }
}
