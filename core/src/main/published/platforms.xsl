<?xml version="1.0" encoding="UTF-8"?>
<!-- In place of the native libraries of one platform: the artifacts for all of them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pom="http://maven.apache.org/POM/4.0.0" xmlns="http://maven.apache.org/POM/4.0.0" exclude-result-prefixes="pom">
  <xsl:output indent="yes" />
  <xsl:strip-space elements="*" />
  <xsl:param name="platform" />

  <xsl:template match="@*|node()">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()" />
    </xsl:copy>
  </xsl:template>

  <xsl:template match="pom:project/pom:dependencies/pom:dependency[pom:classifier = $platform]" />

  <xsl:template match="pom:project/pom:dependencies">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()" />
      <xsl:call-template name="natives"><xsl:with-param name="of" select="'linux-arm64'" /></xsl:call-template>
      <xsl:call-template name="natives"><xsl:with-param name="of" select="'linux-x86_64'" /></xsl:call-template>
      <xsl:call-template name="natives"><xsl:with-param name="of" select="'macosx-arm64'" /></xsl:call-template>
      <xsl:call-template name="natives"><xsl:with-param name="of" select="'macosx-x86_64'" /></xsl:call-template>
      <xsl:call-template name="natives"><xsl:with-param name="of" select="'windows-x86_64'" /></xsl:call-template>
    </xsl:copy>
  </xsl:template>

  <xsl:template name="natives">
    <xsl:param name="of" />
    <dependency>
      <groupId>io.kindling</groupId>
      <artifactId>kindling-natives-<xsl:value-of select="$of" /></artifactId>
      <version><xsl:value-of select="/pom:project/pom:version" /></version>
      <type>pom</type>
      <scope>runtime</scope>
    </dependency>
  </xsl:template>
</xsl:stylesheet>
