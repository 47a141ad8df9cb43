import { describe, expect, it } from "vitest";
import { isChangingUrl, isReadingUrl, segmentsOf } from "../../src/analysis/effects/reading-path.js";

describe("an address that a POST is sent to", () => {
  it.each([
    "https://desk.example.com/tickets/search",
    "https://places.googleapis.com/v1/places:searchText",
    "https://routes.googleapis.com/directions/v2:computeRoutes",
    "https://api.example.com/v2/free-busy",
    "https://app.example.com/api/advanced-search",
    "https://api.example.com/v1/get_orders",
    "https://api.exa.ai/context",
    "https://api.parallel.ai/v1/tasks/runs",
    "https://api.acme-voices.com/api/v1/tts/",
    "https://api.acme-voices.com/v1/text-to-speech/jarvis",
    "https://api.acme-pictures.com/v1/image/vision/text-to-image",
    "https://models.acme.com/v1/images/generations",
    "https://api.x.ai/v1/things",
    "https://generativelanguage.example.com/v1/models/embedder:batchEmbedContents",
    "https://api.example.com/v2/listEvents?create=1",
  ])("asks at %s", (url) => {
    expect(isReadingUrl(url)).toBe(true);
  });

  it.each([
    "https://desk.example.com/tickets",
    "https://desk.example.com/tickets?view=search",
    "https://desk.example.com/searches",
    "https://desk.example.com/save-search",
    "https://desk.example.com/start_query",
    "https://exa.ai.example.com/context",
    "https://x.ai/v1/things",
    "https://desk.example.com/speeches",
    "https://desk.example.com/list-and-delete",
    "https://api.example.com/getOrCreate",
    "https://api.example.com/findAndUpdate",
    "https://search.example.com/documents",
    "https://docs.googleapis.com/v1/documents/*:batchUpdate",
  ])("changes something at %s, as far as can be told", (url) => {
    expect(isReadingUrl(url)).toBe(false);
  });

  it.each([
    "https://gmail.googleapis.com/gmail/v1/users/me/messages/*/trash",
    "https://sheets.googleapis.com/v4/spreadsheets/*/values/*:batchClear",
    "https://graph.microsoft.com/v1.0/*/messages/*/softDelete",
    "https://api.example.com/v1/tickets/7/mark-as-read?silent=1",
  ])("only changes what is there at %s", (url) => {
    expect(isChangingUrl(url)).toBe(true);
  });

  it.each([
    "https://api.example.com/v1/updates",
    "https://api.example.com/v1/archive/documents",
    "https://api.example.com/v1/batches",
    "https://api.example.com/v1/files/7/copy",
    "https://close.example.com",
    "https://api.example.com/v1/tickets?then=close",
  ])("may create something at %s", (url) => {
    expect(isChangingUrl(url)).toBe(false);
  });

  it("has no host and no question among its parts", () => {
    expect(segmentsOf("https://api.example.com/v1/places:searchText?limit=3#top")).toEqual(["v1", "places", "searchText"]);
    expect(segmentsOf("*/rest/api/3/user")).toEqual(["*", "rest", "api", "3", "user"]);
  });
});
