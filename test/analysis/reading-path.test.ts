import { describe, expect, it } from "vitest";
import { isReadingUrl, segmentsOf } from "../../src/analysis/effects/reading-path.js";

describe("an address that a POST is sent to", () => {
  it.each([
    "https://desk.example.com/tickets/search",
    "https://places.googleapis.com/v1/places:searchText",
    "https://routes.googleapis.com/directions/v2:computeRoutes",
    "https://api.example.com/v2/free-busy",
    "https://app.example.com/api/advanced-search",
    "https://api.example.com/v1/get_orders",
    "https://api.exa.ai/context",
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
    "https://desk.example.com/list-and-delete",
    "https://api.example.com/getOrCreate",
    "https://api.example.com/findAndUpdate",
    "https://search.example.com/documents",
    "https://docs.googleapis.com/v1/documents/*:batchUpdate",
  ])("changes something at %s, as far as can be told", (url) => {
    expect(isReadingUrl(url)).toBe(false);
  });

  it("has no host and no question among its parts", () => {
    expect(segmentsOf("https://api.example.com/v1/places:searchText?limit=3#top")).toEqual(["v1", "places", "searchText"]);
    expect(segmentsOf("*/rest/api/3/user")).toEqual(["*", "rest", "api", "3", "user"]);
  });
});
