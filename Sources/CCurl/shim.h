#ifndef CCURL_SHIM_H
#define CCURL_SHIM_H

#include <curl/curl.h>

// The event loop waits for curl's sockets with epoll and is woken through an eventfd. Swift's Glibc module
// has neither header, and curl's sockets are what they are for here.
#include <sys/epoll.h>
#include <sys/eventfd.h>

// curl_easy_setopt, curl_easy_getinfo and curl_multi_setopt are variadic, and Swift cannot call variadic C
// functions. There is one wrapper for each C type that an option takes (the types are listed with each option
// in curl's manual), so that a value of the wrong type does not compile.

/// Sets an option that takes a `long` (CURLOPTTYPE_LONG, CURLOPTTYPE_VALUES).
static inline CURLcode ccurl_easy_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

/// Sets an option that takes a `curl_off_t` (CURLOPTTYPE_OFF_T).
static inline CURLcode ccurl_easy_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(handle, option, value);
}

/// Sets an option that takes a C string, which curl copies (CURLOPTTYPE_STRINGPOINT).
static inline CURLcode ccurl_easy_set_string(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

/// Sets an option that takes a pointer which curl hands back to callbacks (CURLOPTTYPE_CBPOINT), or bytes.
static inline CURLcode ccurl_easy_set_pointer(CURL *handle, CURLoption option, const void *value) {
  return curl_easy_setopt(handle, option, value);
}

/// Sets an option that takes a string list, which curl does not copy (CURLOPTTYPE_SLISTPOINT).
static inline CURLcode ccurl_easy_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
  return curl_easy_setopt(handle, option, value);
}

/// Sets CURLOPT_WRITEFUNCTION or CURLOPT_HEADERFUNCTION, which have the same signature.
static inline CURLcode ccurl_easy_set_write_callback(CURL *handle, CURLoption option, curl_write_callback value) {
  return curl_easy_setopt(handle, option, value);
}

/// Sets CURLOPT_DEBUGFUNCTION.
static inline CURLcode ccurl_easy_set_debug_callback(CURL *handle, curl_debug_callback value) {
  return curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, value);
}

/// Sets CURLOPT_PREREQFUNCTION.
static inline CURLcode ccurl_easy_set_prerequest_callback(CURL *handle, curl_prereq_callback value) {
  return curl_easy_setopt(handle, CURLOPT_PREREQFUNCTION, value);
}

/// Sets CURLOPT_RESOLVER_START_FUNCTION.
static inline CURLcode ccurl_easy_set_lookup_callback(CURL *handle, curl_resolver_start_callback value) {
  return curl_easy_setopt(handle, CURLOPT_RESOLVER_START_FUNCTION, value);
}

/// Sets CURLOPT_OPENSOCKETFUNCTION.
static inline CURLcode ccurl_easy_set_socket_callback(CURL *handle, curl_opensocket_callback value) {
  return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, value);
}

/// Limits the transfer to HTTP and HTTPS. CURLOPT_PROTOCOLS_STR replaced CURLOPT_PROTOCOLS in 7.85.0, and each is
/// missing, or a warning, on the other side of that version.
static inline CURLcode ccurl_easy_set_http_only(CURL *handle) {
#if LIBCURL_VERSION_NUM >= 0x075500
  return curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
#else
  return curl_easy_setopt(handle, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
}

/// Reads a value that is a `long` (CURLINFO_LONG).
static inline CURLcode ccurl_easy_get_long(CURL *handle, CURLINFO info, long *value) {
  return curl_easy_getinfo(handle, info, value);
}

/// Reads a value that is a `curl_off_t` (CURLINFO_OFF_T).
static inline CURLcode ccurl_easy_get_offset(CURL *handle, CURLINFO info, curl_off_t *value) {
  return curl_easy_getinfo(handle, info, value);
}

/// Reads a value that is a pointer of ours (CURLINFO_PRIVATE).
static inline CURLcode ccurl_easy_get_pointer(CURL *handle, CURLINFO info, void **value) {
  return curl_easy_getinfo(handle, info, value);
}

/// Sets an option of the multi handle that takes a `long`.
static inline CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}

/// Sets an option of the multi handle that takes a pointer which curl hands back to callbacks.
static inline CURLMcode ccurl_multi_set_pointer(CURLM *multi, CURLMoption option, void *value) {
  return curl_multi_setopt(multi, option, value);
}

/// Sets CURLMOPT_SOCKETFUNCTION.
static inline CURLMcode ccurl_multi_set_socket_callback(CURLM *multi, curl_socket_callback value) {
  return curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, value);
}

/// Sets CURLMOPT_TIMERFUNCTION.
static inline CURLMcode ccurl_multi_set_timer_callback(CURLM *multi, curl_multi_timer_callback value) {
  return curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, value);
}

/// The result code of a finished transfer: `CURLMsg` keeps it in an anonymous union.
static inline CURLcode ccurl_message_result(const CURLMsg *message) { return message->data.result; }

/// What this libcurl was built with. CURLVERSION_NOW is a macro that stands for an enumerator, which Swift does not
/// import.
static inline const curl_version_info_data *ccurl_version_info(void) { return curl_version_info(CURLVERSION_NOW); }

/// The file of authorities that this libcurl was built with, which it tells since 7.84.0.
static inline const char *ccurl_built_in_cainfo(const curl_version_info_data *info) {
#if LIBCURL_VERSION_NUM >= 0x075400
  return info->age >= CURLVERSION_ELEVENTH ? info->cainfo : NULL;
#else
  return NULL;
#endif
}

/// The "not valid" socket: CURL_SOCKET_BAD is a macro with a cast where Swift cannot see it.
static inline curl_socket_t ccurl_no_socket(void) { return CURL_SOCKET_BAD; }

#endif
