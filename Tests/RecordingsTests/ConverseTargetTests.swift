import Recordings
import Testing

@Suite struct ConverseTargetTests {
    @Test(
        "Converse is recognised by the end of the path",
        arguments: [
            ("/model/amazon.nova-micro-v1:0/converse", "amazon.nova-micro-v1:0", ConverseTarget.Operation.converse),
            ("/model/amazon.nova-micro-v1%3A0/converse", "amazon.nova-micro-v1:0", .converse),
            ("/model/amazon.nova-micro-v1%3a0/converse-stream?x=/y", "amazon.nova-micro-v1:0", .converseStream),
            ("/bedrock/v2/model/m/converse", "m", .converse),
            ("http://localhost:8787/bedrock/model/m/converse#f", "m", .converse),
            ("/model/model/model/m/converse", "m", .converse),
            ("/model/a%2Fb/converse", "a/b", .converse),
            (
                "/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Aapplication-inference-profile%2Fabc/converse",
                "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc", .converse
            ),
            (
                "/model/arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.x/converse",
                "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.x", .converse
            ),
            ("/model/50%/converse", "50%", .converse), ("/model/%zz%4/converse", "%zz%4", .converse),
        ])
    func recognised(_ target: String, _ id: String, _ operation: ConverseTarget.Operation) {
        #expect(ConverseTarget(target: target) == ConverseTarget(modelID: id, operation: operation))
    }

    @Test(
        "Anything else is not",
        arguments: [
            "", "/", "/converse", "/model/converse", "/model//converse", "/model/m/invoke", "/model/m/converse/",
            "/model/m/Converse", "/model/m/count-tokens", "/model/m/extra/converse", "/models/m/converse",
            "/model/m?x=/converse", "/model/m/invoke-with-response-stream",
        ])
    func other(_ target: String) {
        #expect(ConverseTarget(target: target) == nil)
    }
}
