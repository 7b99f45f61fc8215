import Evidence
import Report

/// A class of errors that an SDK or a library raises for every failure of a kind: its name says who raised it and nothing
/// of the cause, which stands in what it holds.
///
/// Sources: <https://docs.aws.amazon.com/boto3/latest/guide/error-handling.html>,
/// <https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/handling-exceptions.html>,
/// <https://docs.aws.amazon.com/sdk-for-go/v2/developer-guide/handle-errors.html>,
/// <https://docs.litellm.ai/docs/exception_mapping>.
struct UmbrellaError: Sendable {
    /// What raises it, and how the cause is shown.
    let advice: String

    /// The umbrella that a text names, where it says little more.
    init?(_ text: String) {
        guard text.utf8.count <= 240 else { return nil }
        let words = text.split { !($0.isLetter || $0.isNumber) }
        guard
            let found = Self.all.first(where: { pair in pair.names.contains { name in words.contains { $0 == name } } })
        else { return nil }
        advice = found.advice
    }

    private static let all: [(names: [String], advice: String)] = [
        (
            ["ClientError", "BotoCoreError"],
            """
            ClientError is what boto3 raises for every refusal of a service, so its name says nothing of the cause. Print what the exception holds, \
            e.response["Error"]["Code"], ["Message"] and e.response["ResponseMetadata"], and explain that: \
            except ClientError as e: print(e).
            """
        ),
        (
            [
                "SdkClientException", "SdkException", "SdkServiceException", "AwsServiceException",
                "AmazonServiceException",
                "AmazonClientException", "BedrockRuntimeException", "AmazonBedrockRuntimeException",
            ],
            """
            This is the base class of the AWS SDK's errors, so its name says nothing of the cause: log the whole exception with its causes \
            (getMessage, awsErrorDetails(), and each "Caused by" down to the last), and explain that.
            """
        ),
        (
            ["BedrockException", "BedrockError"],
            """
            This is the class under which LiteLLM and other libraries hand Bedrock's errors on: what Bedrock said stands behind it, as \
            {"message": "..."}. Print the whole error (litellm: --detailed_debug), and explain that.
            """
        ),
        (
            ["ServiceException", "SmithyError", "SdkError", "ServiceError", "OperationError", "ResponseError"],
            """
            This is the class of every refusal in this SDK, so its name says nothing of the cause. Print the error whole with what it \
            wraps (JavaScript: err.name, err.message and err.$metadata; Go: errors.As to smithy.APIError; Rust: \
            DisplayErrorContext(&err)), and explain that.
            """
        ),
        (
            [
                "APIError", "APIStatusError", "APICallError", "AI_APICallError", "ApiError", "BadRequestError",
                "ModelHTTPError", "AxiosError",
                "UnprocessableEntityError",
            ],
            """
            This is a client library's class for every answer that went wrong, so its name says nothing of the cause. Print its message, \
            status and body (err.message, err.statusCode, err.responseBody; Python: print(repr(e)), e.body), and explain that.
            """
        ),
    ]
}
