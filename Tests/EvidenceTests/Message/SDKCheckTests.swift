import Evidence
import Testing

/// What SDKs other than botocore say of a member before anything is sent, and lists of fields that a model answers with.
@Suite struct SDKCheckTests {
    @Test(
        arguments: [
            (
                "param_validator.rb:35:in 'validate!': unexpected value at params[:tool_config][:choice] (ArgumentError)",
                MemberRefusal("tool_config.choice", .unknown)
            ),
            ("missing required parameter params[:messages][0][:role]", MemberRefusal("messages.0.role", .required)),
            (
                "expected params[:model_id] to be a String, got value nil (class: NilClass) instead.",
                MemberRefusal("model_id", .type("a String"), found: "value nil (class: NilClass)")
            ),
            (
                "operation error Bedrock Runtime: Converse, 1 validation error(s) found.\n- missing required field, ConverseInput.Messages[0].Role.\n",
                MemberRefusal("Messages[0].Role", .required)
            ),
            (
                "[modelId] expected string length to be >= 1, but found string length of 0",
                MemberRefusal("modelId", .lengthAtLeast("1"), found: "0")
            ),
            ("[messages][0][role] is missing and is a required parameter", MemberRefusal("messages.0.role", .required)),
            ("MissingRequiredParameter: Missing required key 'modelId' in params", MemberRefusal("modelId", .required)),
            ("Unexpected key 'tools' found in params", MemberRefusal("tools", .unknown)),
            ("Error: No value provided for input HTTP label: modelId.", MemberRefusal("modelId", .required)),
            (
                #"BuildError { kind: MissingField { field: "model_id", details: "cannot be empty" } }"#,
                MemberRefusal("model_id", .required)
            ),
            ("Request object does not have required field ModelId set", MemberRefusal("ModelId", .required)),
            (
                "Unable to marshall request to JSON: Parameter 'modelId' must not be null",
                MemberRefusal("modelId", .required)
            ),
            (
                #"{"detail":"Invalid field 'cfg_scale' in request. Available fields for inpaint are: image, prompt, seed"}"#,
                MemberRefusal("cfg_scale", .unknownAmong("image, prompt, seed"))
            ),
            (
                "Malformed input request: #/input_type: QUERY is not a valid enum value, please reformat your input",
                MemberRefusal("input_type", .notListed, found: "QUERY")
            ),
        ])
    func `a member is named`(text: String, expected: MemberRefusal) {
        #expect(MemberRefusal.all(in: text) == [expected])
    }

    @Test(arguments: ["[error] is missing", "Missing required key in the door", "expected 3 arguments, got 4"])
    func `other texts name none`(text: String) {
        #expect(MemberRefusal.all(in: text).isEmpty)
    }
}
