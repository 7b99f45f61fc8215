#ifndef CCURL_H
#define CCURL_H

#include <curl/curl.h>

// The event loop waits for curl's sockets with epoll and is woken through an eventfd. Swift's Glibc module
// has neither header, and curl's sockets are what they are for here.
#include <sys/epoll.h>
#include <sys/eventfd.h>

/// Finds libcurl and the functions that this target uses: in the process, if a package had the dynamic linker load one,
/// else by its file's name. To be called once, with success, before any other function here or in curl's header.
/// Returns what is missing, in the dynamic linker's words, or NULL.
const char *ccurl_load(const char *name);

// curl_easy_setopt, curl_easy_getinfo and curl_multi_setopt are variadic, and Swift cannot call variadic C
// functions. There is one wrapper for each C type that an option takes (the types are listed with each option
// in curl's manual), so that a value of the wrong type does not compile.

/// Sets an option that takes a `long` (CURLOPTTYPE_LONG, CURLOPTTYPE_VALUES).
CURLcode ccurl_easy_set_long(CURL *handle, CURLoption option, long value);

/// Sets an option that takes a `curl_off_t` (CURLOPTTYPE_OFF_T).
CURLcode ccurl_easy_set_offset(CURL *handle, CURLoption option, curl_off_t value);

/// Sets an option that takes a C string, which curl copies (CURLOPTTYPE_STRINGPOINT).
CURLcode ccurl_easy_set_string(CURL *handle, CURLoption option, const char *value);

/// Sets an option that takes a pointer which curl hands back to callbacks (CURLOPTTYPE_CBPOINT), or bytes.
CURLcode ccurl_easy_set_pointer(CURL *handle, CURLoption option, const void *value);

/// Sets an option that takes a string list, which curl does not copy (CURLOPTTYPE_SLISTPOINT).
CURLcode ccurl_easy_set_list(CURL *handle, CURLoption option, struct curl_slist *value);

/// Sets CURLOPT_WRITEFUNCTION or CURLOPT_HEADERFUNCTION, which have the same signature.
CURLcode ccurl_easy_set_write_callback(CURL *handle, CURLoption option, curl_write_callback value);

/// Sets CURLOPT_DEBUGFUNCTION.
CURLcode ccurl_easy_set_debug_callback(CURL *handle, curl_debug_callback value);

/// Sets CURLOPT_PREREQFUNCTION.
CURLcode ccurl_easy_set_prerequest_callback(CURL *handle, curl_prereq_callback value);

/// Sets CURLOPT_RESOLVER_START_FUNCTION.
CURLcode ccurl_easy_set_lookup_callback(CURL *handle, curl_resolver_start_callback value);

/// Sets CURLOPT_OPENSOCKETFUNCTION.
CURLcode ccurl_easy_set_socket_callback(CURL *handle, curl_opensocket_callback value);

/// Limits the transfer to HTTP and HTTPS. CURLOPT_PROTOCOLS_STR replaced CURLOPT_PROTOCOLS in 7.85.0; the libcurl that
/// is loaded may be older than the one whose header this was built with.
CURLcode ccurl_easy_set_http_only(CURL *handle);

/// Reads a value that is a `long` (CURLINFO_LONG).
CURLcode ccurl_easy_get_long(CURL *handle, CURLINFO info, long *value);

/// Reads a value that is a `curl_off_t` (CURLINFO_OFF_T).
CURLcode ccurl_easy_get_offset(CURL *handle, CURLINFO info, curl_off_t *value);

/// Reads a value that is a pointer of ours (CURLINFO_PRIVATE).
CURLcode ccurl_easy_get_pointer(CURL *handle, CURLINFO info, void **value);

/// Sets an option of the multi handle that takes a `long`.
CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value);

/// Sets an option of the multi handle that takes a pointer which curl hands back to callbacks.
CURLMcode ccurl_multi_set_pointer(CURLM *multi, CURLMoption option, void *value);

/// Sets CURLMOPT_SOCKETFUNCTION.
CURLMcode ccurl_multi_set_socket_callback(CURLM *multi, curl_socket_callback value);

/// Sets CURLMOPT_TIMERFUNCTION.
CURLMcode ccurl_multi_set_timer_callback(CURLM *multi, curl_multi_timer_callback value);

/// The result code of a finished transfer: `CURLMsg` keeps it in an anonymous union.
CURLcode ccurl_message_result(const CURLMsg *message);

/// What this libcurl was built with. CURLVERSION_NOW is a macro that stands for an enumerator, which Swift does not
/// import.
const curl_version_info_data *ccurl_version_info(void);

/// The file of authorities that this libcurl was built with, which it tells since 7.84.0.
const char *ccurl_built_in_cainfo(const curl_version_info_data *info);

/// The "not valid" socket: CURL_SOCKET_BAD is a macro with a cast where Swift cannot see it.
curl_socket_t ccurl_no_socket(void);

#endif
