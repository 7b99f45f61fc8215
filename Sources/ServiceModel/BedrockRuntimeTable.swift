// Made by Sources/ServiceModel/generate.py. To change it, change the pinned botocore and run that program.

/// Operations and shapes of bedrock-runtime, one a line; the members of a structure or a union follow it, indented.
///
/// `!` marks a required member, `sensitive` what must not be shown, `in=uri` a member that stands in the path. A
/// pattern ends its line.
///
/// Source: botocore's service model of bedrock-runtime, 2023-09-30.
let bedrockRuntimeTable = #"""
    operation Converse POST /model/{modelId}/converse ConverseRequest ConverseResponse
    operation ConverseStream POST /model/{modelId}/converse-stream ConverseStreamRequest ConverseStreamResponse
    operation CountTokens POST /model/{modelId}/count-tokens CountTokensRequest CountTokensResponse
    string AccountId pattern=[0-9]{12}
    structure AnyToolChoice
    structure AppliedGuardrailDetails
     guardrailId GuardrailId
     guardrailVersion GuardrailVersion
     guardrailArn GuardrailArn
     guardrailOrigin GuardrailOriginList
     guardrailOwnership GuardrailOwnership
    structure AudioBlock
     format! AudioFormat
     source! AudioSource
     error ErrorBlock
    enum AudioFormat mp3 opus wav aac flac mp4 ogg mkv mka x-aac m4a mpeg mpga pcm webm
    union AudioSource sensitive
     bytes AudioSourceBytesBlob
     s3Location S3Location
    blob AudioSourceBytesBlob min=1
    structure AutoToolChoice
    string AutomatedReasoningRuleIdentifier min=0 max=12 pattern=[a-z0-9]{12}
    blob Blob
    blob Body sensitive min=0 max=25000000
    boolean Boolean
    structure CacheDetail
     ttl! CacheTTL
     inputTokens! CacheDetailInputTokensInteger
    integer CacheDetailInputTokensInteger min=0
    list CacheDetailsList CacheDetail
    structure CachePointBlock
     type! CachePointType
     ttl CacheTTL
    enum CachePointType default
    enum CacheTTL 5m 1h
    structure Citation
     title String
     source String
     sourceContent CitationSourceContentList
     location CitationLocation
    union CitationGeneratedContent
     text String
    list CitationGeneratedContentList CitationGeneratedContent
    union CitationLocation
     web WebLocation
     documentChar DocumentCharLocation
     documentPage DocumentPageLocation
     documentChunk DocumentChunkLocation
     searchResultLocation SearchResultLocation
    union CitationSourceContent
     text String
    structure CitationSourceContentDelta
     text String
    list CitationSourceContentList CitationSourceContent
    list CitationSourceContentListDelta CitationSourceContentDelta
    list Citations Citation
    structure CitationsConfig
     enabled! Boolean
    structure CitationsContentBlock
     content CitationGeneratedContentList
     citations Citations
    structure CitationsDelta
     title String
     source String
     sourceContent CitationSourceContentListDelta
     location CitationLocation
    union ContentBlock
     text String
     image ImageBlock
     document DocumentBlock
     video VideoBlock
     audio AudioBlock
     toolUse ToolUseBlock
     toolResult ToolResultBlock
     guardContent GuardrailConverseContentBlock
     cachePoint CachePointBlock
     reasoningContent ReasoningContentBlock
     citationsContent CitationsContentBlock
     searchResult SearchResultBlock
     toolAddition ToolAdditionBlock
     toolRemoval ToolRemovalBlock
    union ContentBlockDelta
     text String
     toolUse ToolUseBlockDelta
     toolResult ToolResultBlocksDelta
     reasoningContent ReasoningContentBlockDelta
     citation CitationsDelta
     image ImageBlockDelta
    structure ContentBlockDeltaEvent
     delta! ContentBlockDelta
     contentBlockIndex! NonNegativeInteger
    union ContentBlockStart
     toolUse ToolUseBlockStart
     toolResult ToolResultBlockStart
     image ImageBlockStart
    structure ContentBlockStartEvent
     start! ContentBlockStart
     contentBlockIndex! NonNegativeInteger
    structure ContentBlockStopEvent
     contentBlockIndex! NonNegativeInteger
    list ContentBlocks ContentBlock
    enum ConversationRole user assistant system
    string ConversationalModelId min=1 max=2048 pattern=(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:(([0-9]{12}:custom-model/[a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}/[a-z0-9]{12})|(:foundation-model/[a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([.:]?[a-z0-9-]{1,63}))|([0-9]{12}:imported-model/[a-z0-9]{12})|([0-9]{12}:provisioned-model/[a-z0-9]{12})|([0-9]{12}:custom-model-deployment/[a-z0-9]{12})|([0-9]{12}:(inference-profile|application-inference-profile)/[a-zA-Z0-9-:.]+)))|([a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([.:]?[a-z0-9-]{1,63}))|(([0-9a-zA-Z][_-]?)+)|([a-zA-Z0-9-:.]+)|(^(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:prompt/[0-9a-zA-Z]{10}(?::[0-9]{1,5})?))$|(^arn:aws:sagemaker:[a-z0-9-]+:[0-9]{12}:endpoint/[a-zA-Z0-9-]+$)|(^arn:aws(-[^:]+)?:bedrock:([0-9a-z-]{1,20}):([0-9]{12}):(default-)?prompt-router/[a-zA-Z0-9-:.]+$)
    structure ConverseMetrics
     latencyMs! Long
    union ConverseOutput
     message Message
    structure ConverseRequest
     modelId! ConversationalModelId in=uri
     messages Messages
     system SystemContentBlocks
     inferenceConfig InferenceConfiguration
     toolConfig ToolConfiguration
     guardrailConfig GuardrailConfiguration
     projectIdentifier ProjectIdentifier
     additionalModelRequestFields Document
     promptVariables PromptVariableMap
     additionalModelResponseFieldPaths ConverseRequestAdditionalModelResponseFieldPathsList
     requestMetadata RequestMetadata
     performanceConfig PerformanceConfiguration
     serviceTier ServiceTier
     outputConfig OutputConfig
    list ConverseRequestAdditionalModelResponseFieldPathsList ConverseRequestAdditionalModelResponseFieldPathsListMemberString min=0 max=10
    string ConverseRequestAdditionalModelResponseFieldPathsListMemberString min=1 max=256
    structure ConverseResponse
     output! ConverseOutput
     stopReason! StopReason
     usage! TokenUsage
     metrics! ConverseMetrics
     additionalModelResponseFields Document
     trace ConverseTrace
     performanceConfig PerformanceConfiguration
     serviceTier ServiceTier
    structure ConverseStreamMetadataEvent
     usage! TokenUsage
     metrics! ConverseStreamMetrics
     trace ConverseStreamTrace
     performanceConfig PerformanceConfiguration
     serviceTier ServiceTier
    structure ConverseStreamMetrics
     latencyMs! Long
    union ConverseStreamOutput
     messageStart MessageStartEvent
     contentBlockStart ContentBlockStartEvent
     contentBlockDelta ContentBlockDeltaEvent
     contentBlockStop ContentBlockStopEvent
     messageStop MessageStopEvent
     metadata ConverseStreamMetadataEvent
     internalServerException InternalServerException
     modelStreamErrorException ModelStreamErrorException
     validationException ValidationException
     throttlingException ThrottlingException
     serviceUnavailableException ServiceUnavailableException
    structure ConverseStreamRequest
     modelId! ConversationalModelId in=uri
     messages Messages
     system SystemContentBlocks
     inferenceConfig InferenceConfiguration
     toolConfig ToolConfiguration
     guardrailConfig GuardrailStreamConfiguration
     projectIdentifier ProjectIdentifier
     additionalModelRequestFields Document
     promptVariables PromptVariableMap
     additionalModelResponseFieldPaths ConverseStreamRequestAdditionalModelResponseFieldPathsList
     requestMetadata RequestMetadata
     performanceConfig PerformanceConfiguration
     serviceTier ServiceTier
     outputConfig OutputConfig
    list ConverseStreamRequestAdditionalModelResponseFieldPathsList ConverseStreamRequestAdditionalModelResponseFieldPathsListMemberString min=0 max=10
    string ConverseStreamRequestAdditionalModelResponseFieldPathsListMemberString min=1 max=256
    structure ConverseStreamResponse
     stream ConverseStreamOutput
    structure ConverseStreamTrace
     guardrail GuardrailTraceAssessment
     promptRouter PromptRouterTrace
    structure ConverseTokensRequest
     messages Messages
     system SystemContentBlocks
     toolConfig ToolConfiguration
     additionalModelRequestFields Document
    structure ConverseTrace
     guardrail GuardrailTraceAssessment
     promptRouter PromptRouterTrace
    union CountTokensInput
     invokeModel InvokeModelTokensRequest
     converse ConverseTokensRequest
    structure CountTokensRequest
     modelId! FoundationModelVersionIdentifier in=uri
     input! CountTokensInput
    structure CountTokensResponse
     inputTokens! Integer
    document Document
    structure DocumentBlock
     format DocumentFormat
     name! DocumentBlockNameString
     source! DocumentSource
     context String
     citations CitationsConfig
    string DocumentBlockNameString min=1 max=200
    structure DocumentCharLocation
     documentIndex DocumentCharLocationDocumentIndexInteger
     start DocumentCharLocationStartInteger
     end DocumentCharLocationEndInteger
    integer DocumentCharLocationDocumentIndexInteger min=0
    integer DocumentCharLocationEndInteger min=0
    integer DocumentCharLocationStartInteger min=0
    structure DocumentChunkLocation
     documentIndex DocumentChunkLocationDocumentIndexInteger
     start DocumentChunkLocationStartInteger
     end DocumentChunkLocationEndInteger
    integer DocumentChunkLocationDocumentIndexInteger min=0
    integer DocumentChunkLocationEndInteger min=0
    integer DocumentChunkLocationStartInteger min=0
    union DocumentContentBlock
     text String
    list DocumentContentBlocks DocumentContentBlock
    enum DocumentFormat pdf csv doc docx xls xlsx html txt md
    structure DocumentPageLocation
     documentIndex DocumentPageLocationDocumentIndexInteger
     start DocumentPageLocationStartInteger
     end DocumentPageLocationEndInteger
    integer DocumentPageLocationDocumentIndexInteger min=0
    integer DocumentPageLocationEndInteger min=0
    integer DocumentPageLocationStartInteger min=0
    union DocumentSource
     bytes DocumentSourceBytesBlob
     s3Location S3Location
     text String
     content DocumentContentBlocks
    blob DocumentSourceBytesBlob min=1
    structure ErrorBlock sensitive
     message String
    string FoundationModelVersionIdentifier min=1 max=256 pattern=[a-zA-Z_\.\-/0-9:]+
    string GuardrailArn min=0 max=2048 pattern=(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:guardrail/[a-z0-9]+)
    structure GuardrailAssessment
     topicPolicy GuardrailTopicPolicyAssessment
     contentPolicy GuardrailContentPolicyAssessment
     wordPolicy GuardrailWordPolicyAssessment
     sensitiveInformationPolicy GuardrailSensitiveInformationPolicyAssessment
     contextualGroundingPolicy GuardrailContextualGroundingPolicyAssessment
     automatedReasoningPolicy GuardrailAutomatedReasoningPolicyAssessment
     invocationMetrics GuardrailInvocationMetrics
     appliedGuardrailDetails AppliedGuardrailDetails
    list GuardrailAssessmentList GuardrailAssessment
    map GuardrailAssessmentListMap String GuardrailAssessmentList
    map GuardrailAssessmentMap String GuardrailAssessment
    list GuardrailAutomatedReasoningDifferenceScenarioList GuardrailAutomatedReasoningScenario min=0 max=2
    union GuardrailAutomatedReasoningFinding
     valid GuardrailAutomatedReasoningValidFinding
     invalid GuardrailAutomatedReasoningInvalidFinding
     satisfiable GuardrailAutomatedReasoningSatisfiableFinding
     impossible GuardrailAutomatedReasoningImpossibleFinding
     translationAmbiguous GuardrailAutomatedReasoningTranslationAmbiguousFinding
     tooComplex GuardrailAutomatedReasoningTooComplexFinding
     noTranslations GuardrailAutomatedReasoningNoTranslationsFinding
    list GuardrailAutomatedReasoningFindingList GuardrailAutomatedReasoningFinding
    structure GuardrailAutomatedReasoningImpossibleFinding
     translation GuardrailAutomatedReasoningTranslation
     contradictingRules GuardrailAutomatedReasoningRuleList
     logicWarning GuardrailAutomatedReasoningLogicWarning
    structure GuardrailAutomatedReasoningInputTextReference
     text GuardrailAutomatedReasoningStatementNaturalLanguageContent
    list GuardrailAutomatedReasoningInputTextReferenceList GuardrailAutomatedReasoningInputTextReference
    structure GuardrailAutomatedReasoningInvalidFinding
     translation GuardrailAutomatedReasoningTranslation
     contradictingRules GuardrailAutomatedReasoningRuleList
     logicWarning GuardrailAutomatedReasoningLogicWarning
    structure GuardrailAutomatedReasoningLogicWarning
     type GuardrailAutomatedReasoningLogicWarningType
     premises GuardrailAutomatedReasoningStatementList
     claims GuardrailAutomatedReasoningStatementList
    enum GuardrailAutomatedReasoningLogicWarningType ALWAYS_FALSE ALWAYS_TRUE
    structure GuardrailAutomatedReasoningNoTranslationsFinding
    integer GuardrailAutomatedReasoningPoliciesProcessed
    structure GuardrailAutomatedReasoningPolicyAssessment
     findings GuardrailAutomatedReasoningFindingList
    integer GuardrailAutomatedReasoningPolicyUnitsProcessed
    string GuardrailAutomatedReasoningPolicyVersionArn min=0 max=2048 pattern=arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:automated-reasoning-policy/[a-z0-9]{12}(:([1-9][0-9]{0,11}))?
    structure GuardrailAutomatedReasoningRule
     identifier AutomatedReasoningRuleIdentifier
     policyVersionArn GuardrailAutomatedReasoningPolicyVersionArn
    list GuardrailAutomatedReasoningRuleList GuardrailAutomatedReasoningRule
    structure GuardrailAutomatedReasoningSatisfiableFinding
     translation GuardrailAutomatedReasoningTranslation
     claimsTrueScenario GuardrailAutomatedReasoningScenario
     claimsFalseScenario GuardrailAutomatedReasoningScenario
     logicWarning GuardrailAutomatedReasoningLogicWarning
    structure GuardrailAutomatedReasoningScenario
     statements GuardrailAutomatedReasoningStatementList
    structure GuardrailAutomatedReasoningStatement
     logic GuardrailAutomatedReasoningStatementLogicContent
     naturalLanguage GuardrailAutomatedReasoningStatementNaturalLanguageContent
    list GuardrailAutomatedReasoningStatementList GuardrailAutomatedReasoningStatement
    string GuardrailAutomatedReasoningStatementLogicContent sensitive min=0 max=1000
    string GuardrailAutomatedReasoningStatementNaturalLanguageContent sensitive min=0 max=1000
    structure GuardrailAutomatedReasoningTooComplexFinding
    structure GuardrailAutomatedReasoningTranslation
     premises GuardrailAutomatedReasoningStatementList
     claims GuardrailAutomatedReasoningStatementList
     untranslatedPremises GuardrailAutomatedReasoningInputTextReferenceList
     untranslatedClaims GuardrailAutomatedReasoningInputTextReferenceList
     confidence GuardrailAutomatedReasoningTranslationConfidence
    structure GuardrailAutomatedReasoningTranslationAmbiguousFinding
     options GuardrailAutomatedReasoningTranslationOptionList
     differenceScenarios GuardrailAutomatedReasoningDifferenceScenarioList
    double GuardrailAutomatedReasoningTranslationConfidence min=0 max=1
    list GuardrailAutomatedReasoningTranslationList GuardrailAutomatedReasoningTranslation
    structure GuardrailAutomatedReasoningTranslationOption
     translations GuardrailAutomatedReasoningTranslationList
    list GuardrailAutomatedReasoningTranslationOptionList GuardrailAutomatedReasoningTranslationOption min=0 max=2
    structure GuardrailAutomatedReasoningValidFinding
     translation GuardrailAutomatedReasoningTranslation
     claimsTrueScenario GuardrailAutomatedReasoningScenario
     supportingRules GuardrailAutomatedReasoningRuleList
     logicWarning GuardrailAutomatedReasoningLogicWarning
    structure GuardrailConfiguration
     guardrailIdentifier GuardrailIdentifier
     guardrailVersion GuardrailVersion
     trace GuardrailTrace
    structure GuardrailContentFilter
     type! GuardrailContentFilterType
     confidence! GuardrailContentFilterConfidence
     filterStrength GuardrailContentFilterStrength
     action! GuardrailContentPolicyAction
     detected Boolean
    enum GuardrailContentFilterConfidence NONE LOW MEDIUM HIGH
    list GuardrailContentFilterList GuardrailContentFilter
    enum GuardrailContentFilterStrength NONE LOW MEDIUM HIGH
    enum GuardrailContentFilterType INSULTS HATE SEXUAL VIOLENCE MISCONDUCT PROMPT_ATTACK
    enum GuardrailContentPolicyAction BLOCKED NONE
    structure GuardrailContentPolicyAssessment
     filters! GuardrailContentFilterList
    integer GuardrailContentPolicyImageUnitsProcessed
    integer GuardrailContentPolicyUnitsProcessed
    structure GuardrailContextualGroundingFilter
     type! GuardrailContextualGroundingFilterType
     threshold! GuardrailContextualGroundingFilterThresholdDouble
     score! GuardrailContextualGroundingFilterScoreDouble
     action! GuardrailContextualGroundingPolicyAction
     detected Boolean
    double GuardrailContextualGroundingFilterScoreDouble min=0 max=1
    double GuardrailContextualGroundingFilterThresholdDouble min=0 max=1
    enum GuardrailContextualGroundingFilterType GROUNDING RELEVANCE
    list GuardrailContextualGroundingFilters GuardrailContextualGroundingFilter
    enum GuardrailContextualGroundingPolicyAction BLOCKED NONE
    structure GuardrailContextualGroundingPolicyAssessment
     filters GuardrailContextualGroundingFilters
    integer GuardrailContextualGroundingPolicyUnitsProcessed
    union GuardrailConverseContentBlock
     text GuardrailConverseTextBlock
     image GuardrailConverseImageBlock
    enum GuardrailConverseContentQualifier grounding_source query guard_content
    list GuardrailConverseContentQualifierList GuardrailConverseContentQualifier
    structure GuardrailConverseImageBlock sensitive
     format! GuardrailConverseImageFormat
     source! GuardrailConverseImageSource
    enum GuardrailConverseImageFormat png jpeg
    union GuardrailConverseImageSource sensitive
     bytes GuardrailConverseImageSourceBytesBlob
    blob GuardrailConverseImageSourceBytesBlob min=1
    structure GuardrailConverseTextBlock
     text! String
     qualifiers GuardrailConverseContentQualifierList
    structure GuardrailCoverage
     textCharacters GuardrailTextCharactersCoverage
     images GuardrailImageCoverage
    structure GuardrailCustomWord
     match! String
     action! GuardrailWordPolicyAction
     detected Boolean
    list GuardrailCustomWordList GuardrailCustomWord
    string GuardrailId min=0 max=2048 pattern=([a-z0-9]+)
    string GuardrailIdentifier min=0 max=2048 pattern=(|([a-z0-9]+)|(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:guardrail/[a-z0-9]+))
    structure GuardrailImageCoverage
     guarded ImagesGuarded
     total ImagesTotal
    structure GuardrailInvocationMetrics
     guardrailProcessingLatency GuardrailProcessingLatency
     usage GuardrailUsage
     guardrailCoverage GuardrailCoverage
    structure GuardrailManagedWord
     match! String
     type! GuardrailManagedWordType
     action! GuardrailWordPolicyAction
     detected Boolean
    list GuardrailManagedWordList GuardrailManagedWord
    enum GuardrailManagedWordType PROFANITY
    enum GuardrailOrigin REQUEST ACCOUNT_ENFORCED ORGANIZATION_ENFORCED
    list GuardrailOriginList GuardrailOrigin
    string GuardrailOutputText
    enum GuardrailOwnership SELF CROSS_ACCOUNT
    structure GuardrailPiiEntityFilter
     match! String
     type! GuardrailPiiEntityType
     action! GuardrailSensitiveInformationPolicyAction
     detected Boolean
    list GuardrailPiiEntityFilterList GuardrailPiiEntityFilter
    enum GuardrailPiiEntityType ADDRESS AGE AWS_ACCESS_KEY AWS_SECRET_KEY CA_HEALTH_NUMBER CA_SOCIAL_INSURANCE_NUMBER CREDIT_DEBIT_CARD_CVV CREDIT_DEBIT_CARD_EXPIRY CREDIT_DEBIT_CARD_NUMBER DRIVER_ID EMAIL INTERNATIONAL_BANK_ACCOUNT_NUMBER IP_ADDRESS LICENSE_PLATE MAC_ADDRESS NAME PASSWORD PHONE PIN SWIFT_CODE UK_NATIONAL_HEALTH_SERVICE_NUMBER UK_NATIONAL_INSURANCE_NUMBER UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER URL USERNAME US_BANK_ACCOUNT_NUMBER US_BANK_ROUTING_NUMBER US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER US_PASSPORT_NUMBER US_SOCIAL_SECURITY_NUMBER VEHICLE_IDENTIFICATION_NUMBER
    long GuardrailProcessingLatency
    structure GuardrailRegexFilter
     name String
     match String
     regex String
     action! GuardrailSensitiveInformationPolicyAction
     detected Boolean
    list GuardrailRegexFilterList GuardrailRegexFilter
    enum GuardrailSensitiveInformationPolicyAction ANONYMIZED BLOCKED NONE
    structure GuardrailSensitiveInformationPolicyAssessment
     piiEntities! GuardrailPiiEntityFilterList
     regexes! GuardrailRegexFilterList
    integer GuardrailSensitiveInformationPolicyFreeUnitsProcessed
    integer GuardrailSensitiveInformationPolicyUnitsProcessed
    structure GuardrailStreamConfiguration
     guardrailIdentifier GuardrailIdentifier
     guardrailVersion GuardrailVersion
     trace GuardrailTrace
     streamProcessingMode GuardrailStreamProcessingMode
    enum GuardrailStreamProcessingMode sync async
    structure GuardrailTextCharactersCoverage
     guarded TextCharactersGuarded
     total TextCharactersTotal
    structure GuardrailTopic
     name! String
     type! GuardrailTopicType
     action! GuardrailTopicPolicyAction
     detected Boolean
    list GuardrailTopicList GuardrailTopic
    enum GuardrailTopicPolicyAction BLOCKED NONE
    structure GuardrailTopicPolicyAssessment
     topics! GuardrailTopicList
    integer GuardrailTopicPolicyUnitsProcessed
    enum GuardrailTopicType DENY
    enum GuardrailTrace enabled disabled enabled_full
    structure GuardrailTraceAssessment
     modelOutput ModelOutputs
     inputAssessment GuardrailAssessmentMap
     outputAssessments GuardrailAssessmentListMap
     actionReason String
    structure GuardrailUsage
     topicPolicyUnits! GuardrailTopicPolicyUnitsProcessed
     contentPolicyUnits! GuardrailContentPolicyUnitsProcessed
     wordPolicyUnits! GuardrailWordPolicyUnitsProcessed
     sensitiveInformationPolicyUnits! GuardrailSensitiveInformationPolicyUnitsProcessed
     sensitiveInformationPolicyFreeUnits! GuardrailSensitiveInformationPolicyFreeUnitsProcessed
     contextualGroundingPolicyUnits! GuardrailContextualGroundingPolicyUnitsProcessed
     contentPolicyImageUnits GuardrailContentPolicyImageUnitsProcessed
     automatedReasoningPolicyUnits GuardrailAutomatedReasoningPolicyUnitsProcessed
     automatedReasoningPolicies GuardrailAutomatedReasoningPoliciesProcessed
    string GuardrailVersion pattern=(|([1-9][0-9]{0,7})|(DRAFT))
    enum GuardrailWordPolicyAction BLOCKED NONE
    structure GuardrailWordPolicyAssessment
     customWords! GuardrailCustomWordList
     managedWordLists! GuardrailManagedWordList
    integer GuardrailWordPolicyUnitsProcessed
    structure ImageBlock
     format! ImageFormat
     source! ImageSource
     error ErrorBlock
    structure ImageBlockDelta
     source ImageSource
     error ErrorBlock
    structure ImageBlockStart
     format! ImageFormat
    enum ImageFormat png jpeg gif webp
    union ImageSource sensitive
     bytes ImageSourceBytesBlob
     s3Location S3Location
    blob ImageSourceBytesBlob min=1
    integer ImagesGuarded
    integer ImagesTotal
    structure InferenceConfiguration
     maxTokens InferenceConfigurationMaxTokensInteger
     temperature InferenceConfigurationTemperatureFloat
     topP InferenceConfigurationTopPFloat
     stopSequences InferenceConfigurationStopSequencesList
    integer InferenceConfigurationMaxTokensInteger min=1
    list InferenceConfigurationStopSequencesList NonEmptyString min=0 max=2500
    float InferenceConfigurationTemperatureFloat min=0 max=1
    float InferenceConfigurationTopPFloat min=0 max=1
    integer Integer
    structure InternalServerException
     message NonBlankString
    structure InvokeModelTokensRequest
     body! Body
    string InvokedModelId pattern=(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}::foundation-model/[a-z0-9-]{1,63}[.]{1}[a-z0-9-]{1,63}([a-z0-9-]{1,63}[.]){0,2}[a-z0-9-]{1,63}([:][a-z0-9-]{1,63}){0,2})|(arn:aws(|-us-gov|-cn|-iso|-iso-b):bedrock:(|[0-9a-z-]{1,20}):(|[0-9]{12}):inference-profile/[a-zA-Z0-9-:.]+)
    structure JsonSchemaDefinition
     schema! String
     name String
     description String
    long Long
    structure Message
     role! ConversationRole
     content! ContentBlocks
    structure MessageStartEvent
     role! ConversationRole
    structure MessageStopEvent
     stopReason! StopReason
     additionalModelResponseFields Document
    list Messages Message
    list ModelOutputs GuardrailOutputText
    structure ModelStreamErrorException
     message NonBlankString
     originalStatusCode StatusCode
     originalMessage NonBlankString
    string NonBlankString pattern=[\s\S]*
    string NonEmptyString min=1
    integer NonNegativeInteger min=0
    structure OutputConfig
     textFormat OutputFormat
     effort OutputConfigEffortString
    string OutputConfigEffortString min=0 max=16
    structure OutputFormat
     type! OutputFormatType
     structure! OutputFormatStructure
    union OutputFormatStructure sensitive
     jsonSchema JsonSchemaDefinition
    enum OutputFormatType json_schema
    enum PerformanceConfigLatency standard optimized
    structure PerformanceConfiguration
     latency PerformanceConfigLatency
    string ProjectIdentifier min=1 max=2048 pattern=([a-zA-Z0-9_-]+|arn:aws(|-us-gov|-cn|-iso|-iso-b|-iso-f|-eusc):bedrock:[0-9a-z-]{1,20}:[0-9]{12}:project/[a-zA-Z0-9_-]+)
    structure PromptRouterTrace
     invokedModelId InvokedModelId
    map PromptVariableMap String PromptVariableValues sensitive
    union PromptVariableValues
     text String
    union ReasoningContentBlock sensitive
     reasoningText ReasoningTextBlock
     redactedContent Blob
    union ReasoningContentBlockDelta sensitive
     text String
     redactedContent Blob
     signature String
    structure ReasoningTextBlock sensitive
     text! String
     signature String
    map RequestMetadata RequestMetadataKeyString RequestMetadataValueString sensitive min=1 max=16
    string RequestMetadataKeyString min=1 max=256 pattern=[a-zA-Z0-9\s:_@$#=/+,-.]{1,256}
    string RequestMetadataValueString min=0 max=256 pattern=[a-zA-Z0-9\s:_@$#=/+,-.]{0,256}
    structure S3Location
     uri! S3Uri
     bucketOwner AccountId
    string S3Uri min=1 max=1024 pattern=s3://[a-z0-9][\.\-a-z0-9]{1,61}[a-z0-9](/.*)?
    structure SearchResultBlock
     source! String
     title! String
     content! SearchResultContentBlocks
     citations CitationsConfig
    structure SearchResultContentBlock
     text! String
    list SearchResultContentBlocks SearchResultContentBlock
    structure SearchResultLocation
     searchResultIndex SearchResultLocationSearchResultIndexInteger
     start SearchResultLocationStartInteger
     end SearchResultLocationEndInteger
    integer SearchResultLocationEndInteger min=0
    integer SearchResultLocationSearchResultIndexInteger min=0
    integer SearchResultLocationStartInteger min=0
    structure ServiceTier
     type! ServiceTierType
    enum ServiceTierType priority default flex reserved
    structure ServiceUnavailableException
     message NonBlankString
    structure SpecificToolChoice
     name! ToolName
    integer StatusCode min=100 max=599
    enum StopReason end_turn tool_use max_tokens stop_sequence guardrail_intervened content_filtered malformed_model_output malformed_tool_use model_context_window_exceeded
    string String
    union SystemContentBlock
     text NonEmptyString
     guardContent GuardrailConverseContentBlock
     cachePoint CachePointBlock
    list SystemContentBlocks SystemContentBlock
    structure SystemTool
     name! ToolName
    integer TextCharactersGuarded
    integer TextCharactersTotal
    structure ThrottlingException
     message NonBlankString
    structure TokenUsage
     inputTokens! TokenUsageInputTokensInteger
     outputTokens! TokenUsageOutputTokensInteger
     totalTokens! TokenUsageTotalTokensInteger
     cacheReadInputTokens TokenUsageCacheReadInputTokensInteger
     cacheWriteInputTokens TokenUsageCacheWriteInputTokensInteger
     cacheDetails CacheDetailsList
    integer TokenUsageCacheReadInputTokensInteger min=0
    integer TokenUsageCacheWriteInputTokensInteger min=0
    integer TokenUsageInputTokensInteger min=0
    integer TokenUsageOutputTokensInteger min=0
    integer TokenUsageTotalTokensInteger min=0
    union Tool
     toolSpec ToolSpecification
     systemTool SystemTool
     cachePoint CachePointBlock
    structure ToolAdditionBlock
     tool! ToolReference
    union ToolChoice
     auto AutoToolChoice
     any AnyToolChoice
     tool SpecificToolChoice
    structure ToolConfiguration
     tools! ToolConfigurationToolsList
     toolChoice ToolChoice
    list ToolConfigurationToolsList Tool min=1
    union ToolInputSchema
     json Document
    string ToolName min=1 max=64 pattern=[a-zA-Z0-9_-]+
    structure ToolReference
     type ToolReferenceTypeString
     name ToolReferenceNameString
     serverName ToolReferenceServerNameString
    string ToolReferenceNameString min=1 max=128
    string ToolReferenceServerNameString min=1 max=128
    string ToolReferenceTypeString min=1 max=64
    structure ToolRemovalBlock
     tool! ToolReference
    structure ToolResultBlock
     toolUseId! ToolUseId
     content! ToolResultContentBlocks
     status ToolResultStatus
     type String
    union ToolResultBlockDelta
     text String
     json Document
    structure ToolResultBlockStart
     toolUseId! ToolUseId
     type String
     status ToolResultStatus
    list ToolResultBlocksDelta ToolResultBlockDelta
    union ToolResultContentBlock
     json Document
     text String
     image ImageBlock
     document DocumentBlock
     video VideoBlock
     searchResult SearchResultBlock
    list ToolResultContentBlocks ToolResultContentBlock
    enum ToolResultStatus success error
    structure ToolSpecification
     name! ToolName
     description NonEmptyString
     inputSchema! ToolInputSchema
     strict Boolean
    structure ToolUseBlock
     toolUseId! ToolUseId
     name! ToolName
     input! Document
     type ToolUseType
    structure ToolUseBlockDelta
     input! String
    structure ToolUseBlockStart
     toolUseId! ToolUseId
     name! ToolName
     type ToolUseType
    string ToolUseId min=1 max=64 pattern=[a-zA-Z0-9_.:-]+
    enum ToolUseType server_tool_use
    structure ValidationException
     message NonBlankString
    structure VideoBlock
     format! VideoFormat
     source! VideoSource
    enum VideoFormat mkv mov mp4 webm flv mpeg mpg wmv three_gp
    union VideoSource
     bytes VideoSourceBytesBlob
     s3Location S3Location
    blob VideoSourceBytesBlob min=1
    structure WebLocation
     url String
     domain String
    """#
